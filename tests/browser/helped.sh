#!/bin/sh
# A browser with two more helpers that write into its folder: one in its group,
# for two minutes unless it is ended, and one outside of the group, for a second.
for flag; do
    case $flag in --user-data-dir=*) folder="${flag#*=}" ;; esac
done
write='for k in $(seq "$1"); do mkdir -p "$0/$1/$k"; sleep 0.02; done'
sh -c "$write" "$folder" 6000 &
$(command -v setsid) sh -c "$write" "$folder" 50 &
exec "${CHROME:-$(command -v chromium || command -v chromium-browser || command -v google-chrome)}" "$@"
