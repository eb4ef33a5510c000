// Makes assets/author/countries.txt and zones.txt, what check.json may name, from the time zone database's folder (Debian's tzdata) and
// the names that Node knows countries by. Usage: node tools/make-places.mjs [FOLDER]
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.argv[2] ?? '/usr/share/zoneinfo';
const assets = fileURLToPath(new URL('../assets/author/', import.meta.url));
/** @param {string} name */
const lines = (name) => readFileSync(join(folder, name), 'utf8').split('\n');

/** What else people write. */
const alsoCalled = new Map(Object.entries({
  AE: ['UAE'], BA: ['Bosnia'], CZ: ['Czech Republic'], DE: ['BRD'], GB: ['UK', 'Great Britain', 'England', 'Scotland', 'Wales', 'Großbritannien'], GR: ['EL'],
  KR: ['Korea', 'Republic of Korea'], NL: ['Holland', 'The Netherlands'], RU: ['Russian Federation'], TR: ['Turkey'], US: ['USA', 'United States of America'], VN: ['Viet Nam'],
}));
const inEnglish = new Intl.DisplayNames('en', { type: 'region' });
const inGerman = new Intl.DisplayNames('de', { type: 'region' });

const codes = lines('iso3166.tab').filter((line) => /^[A-Z]{2}\t/.test(line)).map((line) => line.slice(0, 2));
codes.push('XK'); // Kosovo: not in the standard, but what everybody writes
const countries = codes.sort().map((code) => [code, ...new Set([inEnglish.of(code), inGerman.of(code), ...(alsoCalled.get(code) ?? [])])].join('\t'));
writeFileSync(join(assets, 'countries.txt'), `${countries.join('\n')}\n`);

// "Z name rule…" is a zone, "L zone name" another name of one. Of those that name no place, the usual ones.
const withoutPlace = new Set(['UTC', 'GMT', 'CET', 'EET', 'MET', 'WET', 'EST', 'MST', 'HST']);
const zones = lines('tzdata.zi').flatMap((line) => (line.startsWith('Z ') ? line.split(' ')[1] : line.startsWith('L ') ? line.split(' ')[2] : []))
  .filter((name) => name.includes('/') || withoutPlace.has(name));
writeFileSync(join(assets, 'zones.txt'), `${zones.sort().join('\n')}\n`);
console.log(`${countries.length} countries, ${zones.length} time zones.`);
