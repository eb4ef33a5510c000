// Postings for `./dev gallery`, each with something that a page has to cope with. Both languages throughout.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { project } from '../tests/support/project.mjs';

/** @typedef {{en: string, de: string}} Text */
/** @param {string} en @param {string} de @returns {Text} */
const text = (en, de) => ({ en, de });

/** @param {string} id @param {Text} label @param {string} stage @param {string} required */
const material = (id, label, stage = 'now', required = 'yes') => ({ id, kind: id in kinds ? kinds[id] : 'other', stage, required, label });
/** @type {Record<string, string>} */
const kinds = { cv: 'cv', letter: 'cover_letter', records: 'transcripts', referees: 'reference_contacts' };
const materials = [
  material('cv', text('CV', 'Lebenslauf')),
  material('records', text('Transcripts of your degrees', 'Notenspiegel Ihrer Abschlüsse')),
  material('letter', text('Cover letter of one page', 'Anschreiben von einer Seite'), 'later'),
];
const facts = { organization: { name: 'Tide Gauge Office', url: 'https://gauge.example/' }, place: { city: 'Husum', country: 'DE' }, employment: 'full_time', posted: '2026-10-05', start: '2027-04-01' };
const apply = { to: ['jobs@gauge.example'], subject: { contains: '[gauge-7]' }, inquiry: true, deadline: { date: '2027-03-31' } };
const check = (/** @type {object} */ more) => JSON.stringify({ version: 1, facts, apply, questions: [], clauses: [], criteria: [], materials, ...more });

const page = (/** @type {string} */ title, /** @type {string} */ lang, /** @type {string} */ body) => `---\ntitle: ${title}\nlang: ${lang}\n---\n\n${body}\n`;
/** @param {Text} title @param {Text} body @param {object} rules @returns {Record<string, string>} files */
const posting = (title, body, rules) => ({ 'posting.md': page(title.en, 'en', body.en), 'posting.de.md': page(title.de, 'de', body.de), 'check.json': check(rules) });

const about = text('We read the water at nine gauges along the coast and publish every level within the hour.', 'Wir lesen an neun Pegeln der Küste den Wasserstand ab und veröffentlichen jeden Wert innerhalb einer Stunde.');
const paragraphs = (/** @type {Text[]} */ ...all) => text(all.map(({ en }) => en).join('\n\n'), all.map(({ de }) => de).join('\n\n'));

/** A clause with a yes-or-no question of its own. @param {string} id @param {Text} quote @param {Text} label @param {Text} question */
const asked = (id, quote, label, question) => ({
  question: { id: `q_${id}`, type: 'yes_no', label: question },
  clause: { id, quote, label, logic: { var: `q_${id}` } },
});

const skills = [
  asked('swims', text('can swim', 'schwimmen können'), text('Swimming', 'Schwimmen'), text('Can you swim?', 'Können Sie schwimmen?')),
  asked('drives', text('hold a driving licence', 'einen Führerschein haben'), text('Driving licence', 'Führerschein'), text('Do you hold a driving licence?', 'Haben Sie einen Führerschein?')),
  asked('sails', text('sail a small boat', 'ein kleines Boot segeln'), text('Sailing', 'Segeln'), text('Can you sail a small boat?', 'Können Sie ein kleines Boot segeln?')),
  asked('rows', text('row one', 'eines rudern'), text('Rowing', 'Rudern'), text('Can you row a boat?', 'Können Sie rudern?')),
  asked('mends', text('mend an engine', 'einen Motor reparieren'), text('Mending engines', 'Motoren reparieren'), text('Have you mended an engine before?', 'Haben Sie schon einmal einen Motor repariert?')),
];

/** One is enough of: a boat, in turn by sail, or by oar and with an engine; or the road. */
const nested = {
  questions: skills.map(({ question }) => question), clauses: skills.map(({ clause }) => clause),
  criteria: [{ id: 'way', level: 'must', label: text('A way to the gauges', 'Ein Weg zu den Pegeln'), logic: { or: [{ and: [{ var: 'swims' }, { or: [{ var: 'sails' }, { and: [{ var: 'rows' }, { var: 'mends' }] }] }] }, { var: 'drives' }] } }],
};

const twelve = [
  ['reads tables', 'Tabellen lesen', 'Reading tables', 'Tabellen lesen'], ['writes reports', 'Berichte schreiben', 'Writing reports', 'Berichte schreiben'], ['repairs floats', 'Schwimmer ausbessern', 'Repairing floats', 'Schwimmer ausbessern'],
  ['climbs masts', 'Masten besteigen', 'Climbing masts', 'Masten besteigen'], ['tells the tides', 'die Gezeiten bestimmen', 'Telling the tides', 'Gezeiten bestimmen'], ['calibrates sensors', 'Sensoren kalibrieren', 'Calibrating sensors', 'Sensoren kalibrieren'],
  ['keeps a logbook', 'ein Logbuch führen', 'Keeping a logbook', 'Logbuchführung'], ['speaks on the radio', 'am Funkgerät sprechen', 'Speaking on the radio', 'Sprechfunk'], ['programs in Python', 'in Python programmieren', 'Programming in Python', 'Programmieren in Python'],
  ['draws maps', 'Karten zeichnen', 'Drawing maps', 'Karten zeichnen'], ['guides visitors', 'Gäste führen', 'Guiding visitors', 'Gäste führen'], ['gets up early', 'früh aufstehen', 'Getting up early', 'Frühes Aufstehen'],
].map(([en, de, label, etikett], i) => asked(`skill_${i}`, text(en, de), text(label, etikett), text(`Have you done this at work: ${label.charAt(0).toLowerCase()}${label.slice(1)}?`, `Gehörte das schon zu Ihrer Arbeit: ${etikett}?`)));

/** Eighty characters each. */
export const longOption = text('A degree in geodesy, oceanography, physics or civil engineering, or one close by', 'Abschluss in Geodäsie, Ozeanographie, Physik, Bauwesen oder einem ähnlichen Fach');

const two = text('You can swim and hold a driving licence.', 'Sie sollten schwimmen können und einen Führerschein haben.');
const persian = 'ما در نه نقطهٔ ساحل سطح آب را می‌خوانیم و هر مقدار را در یک ساعت منتشر می‌کنیم.\n\n## شرایط\n\nتسلط به Python و C++ (۳ سال) لازم است. رزومه را به jobs@gauge.example بفرستید.\n\n- شنا\n- گواهی‌نامهٔ رانندگی\n\nThis paragraph is in English.';

/** Files of each, by the name of its folder. @type {Record<string, Record<string, string>>} */
export const postings = {
  positions: posting(text('Three places at the tide gauge', 'Drei Stellen am Pegel'), paragraphs(about, two), {
    questions: skills.slice(0, 2).map(({ question }) => question), clauses: skills.slice(0, 2).map(({ clause }) => clause),
    criteria: [{ id: 'water', level: 'must', label: text('At home in the water', 'Im Wasser zu Hause'), logic: { var: 'swims' } }, { id: 'road', level: 'should', label: text('On the road', 'Unterwegs'), logic: { var: 'drives' } }],
    positions: [
      { id: 'doctoral', label: text('Doctoral researcher', 'Doktorandin oder Doktorand') },
      { id: 'postdoc', label: text('Postdoctoral researcher, two years', 'Postdoktorandin oder Postdoktorand für zwei Jahre'), deadline: { date: '2027-05-31' } },
      { id: 'student', label: text('Student assistant', 'Studentische Hilfskraft'), to: ['office@gauge.example'], deadline: 'until_filled', materials: ['cv'], criteria: [] },
    ],
  }),
  fields: posting(text('A place with many fields', 'Eine Stelle mit vielen Feldern'), paragraphs(about, text('You bring at least two years of practice and can begin by June.', 'Sie bringen mindestens zwei Jahre Praxis mit und können bis Juni anfangen.')), {
    questions: [
      { id: 'years', type: 'number', min: 0, max: 40, label: text('How many years of practice do you have?', 'Wie viele Jahre Praxis haben Sie?'), help: text('Half years count, too.', 'Auch halbe Jahre zählen.') },
      { id: 'begin', type: 'date', label: text('When could you begin?', 'Wann könnten Sie anfangen?') },
      { id: 'sea', type: 'text', label: text('What draws you to the sea?', 'Was zieht Sie ans Meer?') },
    ],
    clauses: [
      { id: 'practice', quote: text('at least two years of practice', 'mindestens zwei Jahre Praxis'), label: text('Two years of practice', 'Zwei Jahre Praxis'), logic: { '>=': [{ var: 'years' }, 2] } },
      { id: 'soon', quote: text('begin by June', 'bis Juni anfangen'), label: text('A start by June', 'Beginn bis Juni'), logic: { '<=': [{ var: 'begin' }, '2027-06-01'] } },
    ],
    criteria: [{ id: 'both', level: 'must', label: text('Practice and start', 'Praxis und Beginn'), logic: { and: [{ var: 'practice' }, { var: 'soon' }] } }],
  }),
  closed: posting(text('A place that is filled', 'Eine besetzte Stelle'), paragraphs(about, two), { apply: { ...apply, closed: true }, questions: [skills[0].question], clauses: [skills[0].clause], criteria: [{ id: 'water', level: 'must', label: text('Swimming', 'Schwimmen'), logic: { var: 'swims' } }] }),
  passed: posting(text('A place with a deadline in summer', 'Eine Stelle mit Frist im Sommer'), paragraphs(about, two), { apply: { ...apply, deadline: { date: '2027-06-30', time: '17:00', zone: 'Europe/Berlin' } }, questions: [skills[0].question], clauses: [skills[0].clause], criteria: [{ id: 'water', level: 'must', label: text('Swimming', 'Schwimmen'), logic: { var: 'swims' } }] }),
  nested: posting(text('By boat or by road', 'Mit dem Boot oder auf der Straße'), paragraphs(about, text('You hold a driving licence. Or you can swim, and either sail a small boat, or row one and can mend an engine.', 'Sie sollten einen Führerschein haben. Oder Sie sollten schwimmen können und entweder ein kleines Boot segeln oder eines rudern und dazu einen Motor reparieren können.')), nested),
  twelve: posting(text('Somebody for everything', 'Jemand für alles'), paragraphs(about, text(`We look for somebody who ${twelve.map(({ clause }) => clause.quote.en).join(', ')}.`, `Was zur Arbeit gehört: ${twelve.map(({ clause }) => clause.quote.de).join(', ')}.`)), {
    questions: twelve.map(({ question }) => question), clauses: twelve.map(({ clause }) => clause),
    criteria: twelve.map(({ clause }, i) => ({ id: `c_${i}`, level: i < 8 ? 'must' : 'should', label: clause.label, logic: { var: clause.id } })),
  }),
  options: posting(text('A place with long answers', 'Eine Stelle mit langen Antworten'), paragraphs(about, text('You have a degree that goes with the sea, and know your way with gauges.', 'Sie haben einen Abschluss, der zum Meer passt, und kennen sich mit Messgeräten aus.')), {
    questions: [{ id: 'degree', type: 'one', label: text('Which degree do you hold?', 'Welchen Abschluss haben Sie?'), options: [{ value: 'sea', label: longOption }, { value: 'other', label: text('Another one', 'Einen anderen') }, { value: 'no' }] },
      { id: 'tools', type: 'many', none_of_these: true, label: text('Which of these have you used?', 'Womit haben Sie gearbeitet?'), options: [{ value: 'level', label: text('Level', 'Nivelliergerät') }, { value: 'gps', label: text('GPS', 'GPS') }, { value: 'echo', label: text('Multibeam echo sounder, with corrections for the speed of sound in the water', 'Fächerecholot, mit Korrektur um die Schallgeschwindigkeit im Wasser') }] }],
    clauses: [{ id: 'suits', quote: text('a degree that goes with the sea', 'einen Abschluss, der zum Meer passt'), label: text('A degree that goes with the sea', 'Ein Abschluss, der zum Meer passt'), logic: { '==': [{ var: 'degree' }, 'sea'] } },
      { id: 'handy', quote: text('know your way with gauges', 'kennen sich mit Messgeräten aus'), label: text('Practice with gauges', 'Übung mit Messgeräten'), logic: { some: [{ var: 'tools' }, { in: [{ var: '' }, ['level', 'gps', 'echo']] }] } }],
    criteria: [{ id: 'suits_us', level: 'must', label: text('Degree', 'Abschluss'), logic: { var: 'suits' } }, { id: 'practice', level: 'should', label: text('Practice', 'Übung'), logic: { var: 'handy' } }],
  }),
  rtl: { 'posting.md': page('موقعیت دکتری در ایستگاه جزر و مد', 'fa', persian), 'check.json': check({ materials: [{ ...materials[0], label: { fa: 'رزومه', en: 'CV', de: 'Lebenslauf' } }] }) },
  nothing: posting(text('A place without questions', 'Eine Stelle ohne Fragen'), about, {}),
};

/** What all pages of its site share. */
export const site = { version: 1, name: text('Tide Gauge Office', 'Pegelamt'), imprint: 'https://gauge.example/imprint', privacy: 'https://gauge.example/privacy', accessibility_contact: 'access@gauge.example' };

/** Answers that fit the project's second example. */
export const doctoralAnswers = JSON.parse(readFileSync(join(project, 'tests/fixtures/msca-doctoral/answers.json'), 'utf8')).answers;
