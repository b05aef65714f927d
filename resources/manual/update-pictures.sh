#!/usr/bin/env bash
# Makes the manual's pictures from those that the console's tour leaves in a folder:
#   xvfb-run -a -s "-screen 0 1600x1000x24" build/dev/bin/countersign --tour FOLDER
#   resources/manual/update-pictures.sh FOLDER
# Needs ImageMagick. 200 colours show the window as it is, at a third of the size.
set -euo pipefail
tour=${1:?the folder of a tour}
here=$(dirname "${BASH_SOURCE[0]}")/pictures

while read -r picture step; do
    convert "$tour/$step.png" +dither -colors 200 -strip -define png:compression-level=9 "PNG8:$here/$picture.png"
done <<'PICTURES'
overview light-vault
keys light-orlo-keys
proof light-orlo-proof-made
verify light-tawk-to-verify-failed
PICTURES
