/* Runs the machine of a page by a script: reads {machine, table, moves, waits} on standard input, writes what happened. */
"use strict";

const { machine, table, moves, waits } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const Machine = require(machine);
const { state, events } = Machine.begin(table, waits);
const told = [events];
for (const [name, value] of moves) told.push(Machine[name](state, value));
const left = Machine.leftInAll(state);
const { phase, at, elapsed, paused } = state;
const breath = [0, 1, 4.5, 7, 12, 61].map((second) => Machine.breath(table.pace, second));
process.stdout.write(
  JSON.stringify({ told, phase, at, elapsed, paused, left, credited: Machine.credited(state), breath }),
);
