#!/bin/sh
# Builds the fonts of this folder from their sources, byte for byte the same each time.
# Needs a Debian machine with npm and python3-fonttools (4.38.0 was used); building and testing the project needs neither.
#
#   ./build.sh            writes the fonts and licences into this folder and compares the fonts with SHA256SUMS
#   ./build.sh FOLDER     writes them into FOLDER
#   ./build.sh --sums     writes SHA256SUMS anew
set -eu

here=$(cd "$(dirname "$0")" && pwd)
out=$here
sums=check
case "${1:-}" in
"") ;;
--sums) sums=write ;;
*) mkdir -p "$1" && out=$(cd "$1" && pwd) ;;
esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

export PYTHONDONTWRITEBYTECODE=1
python=/usr/bin/python3 # Debian's own, which sees python3-fonttools

npm pack --silent @expo-google-fonts/noto-serif-sc@0.4.3 @expo-google-fonts/noto-sans-sc@0.4.3 >/dev/null
apt-get download -qq fonts-arphic-gkai00mp unicode-data

for family in serif sans; do
	mkdir $family
	tar -xzf expo-google-fonts-noto-$family-sc-0.4.3.tgz -C $family --strip-components=1
done
for package in ./*.deb; do
	dpkg -x "$package" debian
done

sha256sum --quiet -c <<-'SOURCES'
	c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742  serif/400Regular/NotoSerifSC_400Regular.ttf
	9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6  serif/700Bold/NotoSerifSC_700Bold.ttf
	b30853d205f3ecdde938b1488c735ee15a2e870d31331b992fdc53971e23ec4a  sans/500Medium/NotoSansSC_500Medium.ttf
	61519fb9bdda4a1a3aa02a12cbb76c2ef897ce879775d7ea2265d0a65fe54d16  debian/usr/share/fonts/truetype/arphic-gkai00mp/gkai00mp.ttf
	bdeef44d75d914e793b7f27ddc3bee01b2d11dd34f4e52de1a9fba74a1612dc2  debian/usr/share/unicode/Unihan_OtherMappings.txt.bz2
SOURCES

# subset NAME SIZE SOURCE: no layout, no hinting, no vertical metrics: the program sets each glyph itself.
# Of the names stay: copyright, family, style, id, full name, version, PostScript name, licence and its address.
# Then the glyphs of common characters are put in front.
subset() {
	"$python" "$here/charset.py" "$2" "$3" debian/usr/share/unicode/Unihan_OtherMappings.txt.bz2 >"$1.txt"
	"$python" -m fontTools.subset "$3" \
		--unicodes-file="$1.txt" --output-file="$out/$1.ttf" \
		--layout-features= --drop-tables+=BASE,GDEF,GPOS,GSUB,STAT,vhea,vmtx,gasp,prep \
		--no-hinting --notdef-outline --no-glyph-names \
		--name-IDs=0,1,2,3,4,5,6,13,14 --name-languages=0x409 \
		--no-recalc-timestamp --canonical-order
	order "$1"
}

# order NAME [NOTICE]
order() {
	font=$out/$1.ttf
	shift
	"$python" "$here/order.py" "$font" "$here/frequent.txt" debian/usr/share/unicode/Unihan_OtherMappings.txt.bz2 "$@"
}

subset song large serif/400Regular/NotoSerifSC_400Regular.ttf
subset title small serif/700Bold/NotoSerifSC_700Bold.ttf
subset hei small sans/500Medium/NotoSansSC_500Medium.ttf
cp debian/usr/share/fonts/truetype/arphic-gkai00mp/gkai00mp.ttf "$out/kai.ttf"
order kai "Modified 2026-11-28 for the program nianbao: the glyphs were put into another order, and tables for vertical text left out."

# The line in the licence file of the npm package of Noto Serif names another holder than the font itself does.
{
	echo "song.ttf, title.ttf: (c) 2017-2024 Adobe (http://www.adobe.com/)."
	echo "hei.ttf: (c) 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'."
	tail -n +2 sans/LICENSE_FONT
} >"$out/OFL.txt"
gzip -dc debian/usr/share/doc/fonts-arphic-gkai00mp/license/english/ARPHICPL.TXT.gz >"$out/ARPHICPL.TXT"

cd "$out"
chmod 644 song.ttf hei.ttf kai.ttf title.ttf
if [ $sums = write ]; then
	sha256sum song.ttf hei.ttf kai.ttf title.ttf >"$here/SHA256SUMS"
else
	sha256sum -c "$here/SHA256SUMS"
fi
