# Completion of acu for fish: acu completion fish > ~/.config/fish/completions/acu.fish
function __acu_node --no-scope-shadowing
    switch "$argv[1]"
@NODES@
        case '*'
            return 1
    end
    return 0
end
function __acu_kind --no-scope-shadowing
    switch "$argv[1]"
@KINDS@
    end
    switch "$argv[1]"
        case @KEPT@
            set -a found (__acu_kept $argv[1])
    end
end
function __acu_kept
    if test "$argv[1]" = PACK
        for folder in @DATA_FOLDERS@
            for line in $folder/packs/*.yaml
                set -l file (string split -rm1 / $line)[-1]
                string match -rq '^(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)\.yaml$' $file; and echo $name
            end
        end
        return
    end
    for folder in @CONFIG_FOLDERS@
        test -r $folder/favourites.toml; or continue
        while read -l line
            string match -rq '^name = "(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)"$' $line; and echo $name
        end <$folder/favourites.toml
    end
end
function __acu_complete
    set -l said (commandline -opc)
    set -l current (commandline -ct)
    set -l where ''
    set -l pending ''
    set -l kind ''
    set -l before ''
    set -l n 0
    set -l ended 0
    set -l subs
    set -l opts
    set -l takes ''
    set -l args
    set -l repeats 0
    set -l found
    set -e said[1]
    __acu_node ''
    for word in $said
        if test -n "$pending"
            set pending ''
            continue
        end
        if test $ended = 1
            set n (math $n + 1)
            continue
        end
        if test "$word" = --
            set ended 1
            continue
        end
        if string match -q -- '-*' $word
            if string match -q -- "* $word:*" $takes
                set pending (string split -m1 ';' (string split -m1 " $word:" $takes)[2])[1]
            end
            continue
        end
        if test -z "$where"
            switch $word
@ALIASES@
            end
        end
        set -l next (string trim -- "$where $word")
        if test $n = 0; and __acu_node $next
            set where $next
        else
            set n (math $n + 1)
        end
    end
    if test -n "$pending"
        set kind $pending
    else if test $ended = 0; and string match -q -- '--*=*' $current
        set -l name (string split -m1 = -- $current)
        set kind (string split -m1 ';' (string split -m1 " $name[1]:" $takes)[2])[1]
        set before "$name[1]="
        set current $name[2]
    else if test $ended = 0; and string match -q -- '-*' $current
        printf '%s\n' $opts
        return
    else
        test $n = 0; and printf '%s\n' $subs
        set n (math $n + 1)
        if test $repeats = 1; and test $n -gt (count $args)
            set n (count $args)
        end
        set kind $args[$n]
    end
    switch "$kind"
        case @FILES@
            __fish_complete_path $current
            return
        case @LISTS@
            if string match -q -- '*,*' $current
                set before "$before"(string replace -r '[^,]*$' '' -- $current)
            end
    end
    __acu_kind "$kind"
    test (count $found) -gt 0; and printf "%s\n" $before$found
end
complete -c acu -f -a '(__acu_complete)'
