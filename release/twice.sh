#!/usr/bin/env bash
# Builds a release twice, from two clean clones in two places and under two sets of habits, and compares every byte.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
  cat <<'EOT'
Usage: release/twice.sh [OPTION of release/build.sh]...

Clones the committed state into two folders whose paths differ in length, and runs release/build.sh with these options in both:
once as it is, once with another mask of modes, time zone and language, and with the packages in another place.
Says of each file of the release whether it came out the same; status 1 if one did not.
EOT
}

case ${1:-} in --help | -h) usage; exit 0 ;; esac

source=$PWD
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
packages=${NUGET_PACKAGES:-$HOME/.nuget/packages}
first=$scratch/one
second=$scratch/another/place/with/a/longer/name
for place in "$first" "$second"; do
  git clone --quiet --no-hardlinks "$source" "$place"
  cp -R release/node_modules "$place/release/"
done

echo "building in $first"
(cd "$first" && release/build.sh "$@")
echo "building in $second"
# Another store of packages under another path; what is in it is the same, as the lock files pin its hashes.
ln -s "$packages" "$scratch/packages"
(umask 077 && cd "$second" && NUGET_PACKAGES=$scratch/packages TZ=Asia/Kathmandu LANG=tr_TR.UTF-8 release/build.sh "$@")

different=0
for file in "$first"/artifacts/release/*; do
  name=$(basename "$file")
  if cmp "$file" "$second/artifacts/release/$name"; then
    echo "same: $(sha256sum <"$file" | cut -c1-16) $name"
  else
    echo "DIFFERENT: $name"
    different=1
  fi
done
exit $different
