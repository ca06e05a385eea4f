# Completion of acu for PowerShell, written and not run: acu completion powershell >> $PROFILE
Register-ArgumentCompleter -Native -CommandName acu -ScriptBlock {
  param($current, $line, $position)
  $nodes = @{
@NODES@
  }
  $kinds = @{
@KINDS@
  }
  $aliases = @{
@ALIASES@
  }
  $said = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  if ($current -and $said.Count) { $said = @($said | Select-Object -SkipLast 1) }
  $where = '-'; $node = $nodes[$where]; $pending = ''; $n = 0
  foreach ($word in $said) {
    if ($pending) { $pending = ''; continue }
    if ($word -like '-*') {
      if ($node.Takes -match (' ' + [regex]::Escape($word) + ':([^;]*);')) { $pending = $Matches[1] }
      continue
    }
    if ($where -eq '-' -and $aliases.ContainsKey($word)) { $word = $aliases[$word] }
    $next = if ($where -eq '-') { $word } else { "$where $word" }
    if ($n -eq 0 -and $nodes.ContainsKey($next)) { $where = $next; $node = $nodes[$where] } else { $n++ }
  }
  $words = @()
  if ($pending) { $words = $kinds[$pending] }
  elseif ($current -like '-*') { $words = $node.Opts }
  else {
    if ($n -eq 0) { $words = @($node.Subs) }
    if ($node.Repeats -and $n -ge $node.Args.Count) { $n = $node.Args.Count - 1 }
    if ($n -lt $node.Args.Count -and $n -ge 0) { $words = @($words) + @($kinds[$node.Args[$n]]) }
  }
  $words | Where-Object { $_ -like "$current*" } | Sort-Object |
    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
