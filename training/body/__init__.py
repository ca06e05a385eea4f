"""The body that every picture is computed from: its surface, its poses, its views and the places of points on it.

`python -m training.body take base.obj` keeps the surface from the one file in the public domain; `draw` computes
the figures of `data/figures/` and keeps their sums in `figures.sha256`; `check` computes them anew and says which came
out other than they are kept; `measure` compares distances along the skin with those of the texts. All of it needs the
extra `train`; nobody needs it to run `acu`.
"""
