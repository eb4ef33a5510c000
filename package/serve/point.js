// A point of what is to be confirmed, in words, and what can be changed of it. Runs in the page.
import { answersField } from './answers.js';
import { checks, choice, deadline, radios, select, text } from './fields.js';
import { plain, ruleField } from './rule.js';

/**
 * @typedef {object} Point as `aushang confirm` prints it
 * @property {string} id @property {string} kind
 * @property {boolean} open @property {string} why
 * @property {{ line: number, column: number }} at
 * @property {{ line: number, column: number } | null} at_page
 * @property {string[]} doubts
 * @property {string | boolean | null} [value] @property {string[]} [choices]
 * @property {boolean} [welcome] of questions before applying @property {string | null} [to] @property {string | null} [tag] @property {string[]} [tags]
 * @property {string | null} [city] of a place @property {string | null} [country]
 * @property {string} [label] @property {string | null} [quote]
 * @property {string} [material] @property {string} [stage] @property {string} [required]
 * @property {string[]} [options] @property {{ clause: string, quote: string }[]} [phrases]
 * @property {import('./answers.js').Answers | null} [answers] of a question, where they can be set here
 * @property {string} [clause] what the verdict calls what the question finds out; absent where several phrases rest on it
 * @property {string} [level] @property {import('./rule.js').Rule | null} [rule]
 * @property {import('./rule.js').Rule} [told] of a rule that says more than can be set here: with sentences in place of clauses
 * @property {string} [json] how that rule is written @property {number} [line] and in which line of check.json
 * @property {string} [when] of a document: what it is asked for unless the answers rule it out
 * @property {string[]} [counts] of a question: which answers count
 * @property {string[]} [materials] of a position: what it asks for @property {string[]} [criteria]
 * @property {string[]} [positions] those that ask for it, where there are positions
 */
/** @typedef {import('./rule.js').Words} Words */
/** Kinds of documents, as "kind" in check.json has them. @type {[string, string][]} */
export const materials = [
  ['cv', 'CV'], ['cover_letter', 'Cover letter'], ['transcripts', 'Transcripts'], ['certificates', 'Certificates'], ['thesis', 'Thesis'],
  ['thesis_summary', 'Summary of the thesis'], ['publication_list', 'List of publications'], ['sample_publications', 'Sample publications'],
  ['research_statement', 'Research statement'], ['research_proposal', 'Research proposal'], ['interest_note', 'Note on your interest'],
  ['reference_contacts', 'Contact details of referees'], ['reference_letters', 'Letters of reference'], ['single_pdf', 'Everything in one PDF'],
  ['english_proof', 'Proof of English'], ['enrolment_proof', 'Proof of enrolment'], ['id_document', 'Identity document'], ['other', 'Something else'],
];
/** @type {[string, string][]} */
export const stages = [['now', 'With the application'], ['later', 'Later, if selected']];
/** @type {[string, string][]} */
export const requirements = [['yes', 'Required'], ['if_any', 'If there is one'], ['optional', 'Optional']];
/** @type {[string, string][]} */
export const levels = [['must', 'Required'], ['should', 'Desirable']];
/** @type {[string, string][]} */
const states = [['false', 'Open'], ['true', 'Closed: filled or withdrawn']];
/** @type {[string, string][]} */
const welcomes = [['true', 'Welcome'], ['false', 'Not offered']];
/** @type {[string, string][]} */
const employments = [['full_time', 'Full time'], ['part_time', 'Part time'], ['full_or_part_time', 'Full or part time'], ['temporary', 'Temporary'], ['internship', 'Internship'], ['scholarship', 'Scholarship']];
/** @type {Record<string, string>} */
export const kinds = {
  address: 'Address', tag: 'Tag in the subject', deadline: 'Deadline', inquiry: 'Questions before applying', portal: 'Portal', closed: 'Applications', organization: 'Organization', place: 'Place', employment: 'Employment', start: 'Start', position: 'Position', document: 'Document', question: 'Question', note: 'Note', rule: 'Rule',
};

/** @param {[string, string][]} list @param {string | undefined} value */
export const wordFor = (list, value) => list.find(([one]) => one === value)?.[1] ?? value ?? '';
export const lower = (/** @type {string} */ words) => words.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());

/** @param {string | boolean | null | undefined} value of a deadline */
function dayInWords(value) {
  if (typeof value !== 'string') return 'The page doesn\'t say';
  if (value === 'until_filled') return 'Open until filled';
  const day = new Date(`${value}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? value : new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

/** Questions before applying. @param {Point} point */
function inquiryInWords({ welcome, to, tag }) {
  if (!welcome) return wordFor(welcomes, 'false');
  const parts = [to && `to ${to}`, tag && `with ${tag} in the subject`].filter(Boolean);
  return [wordFor(welcomes, 'true'), ...parts.length > 0 ? parts : ['where applications go']].join(', ');
}

/** What a point without a label says. @param {Point} point */
export function valueInWords(point) {
  const { kind, value, city, country } = point;
  if (kind === 'inquiry') return inquiryInWords(point);
  if (kind === 'deadline' || kind === 'start') return dayInWords(value);
  if (kind === 'place') return [city, country].filter(Boolean).join(', ');
  if (kind === 'employment') return wordFor(employments, String(value));
  return kind === 'closed' ? wordFor(states, String(value)) : String(value ?? '');
}

/** What a position is called. @param {string} wanted its id @param {Words} words */
export const positionFor = (wanted, { positions }) => positions.find(({ id }) => id === wanted)?.label || wanted;

/** What a point is called: of several addresses, with itself; of a position, with the one it is for. @param {Point} point @param {Words} words */
export function nameOf({ id, kind, label, value }, words) {
  const own = /^position:([^/]+)\//.exec(id)?.[1], position = own && positionFor(own, words);
  return label || `${kinds[kind]}${id.includes('address:') ? ` ${value}` : ''}${position ? ` for ${position}` : ''}`;
}

/** What of it stands on the page. @param {Point} point */
export const soughtOf = (point) => (point.kind === 'inquiry' ? { value: point.to ?? point.tag } : point);

/** The points' own values that can be changed. @param {Point} point @returns {import('./form.js').Values} */
export function valuesOf({ kind, value, answers, clause, welcome, to, tag, city, country, material, label, quote, stage, required, level, rule, positions, materials: documents, criteria }) {
  const asking = positions && { positions };
  if (kind === 'document') return { material, label, quote, stage, required, ...asking };
  if (kind === 'rule') return { level, label, ...(rule === null ? {} : { rule }), ...asking };
  if (kind === 'note') return { label, quote };
  if (kind === 'inquiry') return { welcome, to, tag };
  if (kind === 'place') return { city, country };
  if (kind === 'position') return { label, materials: documents, criteria };
  return kind === 'question' ? { label, ...(answers ? { answers } : {}), ...(clause === undefined ? {} : { clause }), ...(quote === undefined ? {} : { quote }) } : { value };
}

/** A choice of several, where there are any. @param {string} key @param {string} label @param {{ id: string, label: string }[]} all @param {string} lang */
const several = (key, label, all, lang) => (all.length > 0 ? [checks(key, label, all.map(({ id, label: name }) => [id, name || id]), lang)] : []);

/** @param {Point} point @param {Words} words */
export function fieldsOf({ kind, choices, tags, rule, answers, clause, quote: phrase }, words) {
  const label = text('label', kind === 'question' ? 'Question' : 'Label', { lang: words.lang });
  const asking = several('positions', 'Asked for by', words.positions, words.lang);
  const quote = text('quote', 'Phrase on the page', { lang: words.lang });
  switch (kind) {
    case 'closed': return [choice('value', 'Applications', states)];
    case 'inquiry': return [choice('welcome', kinds.inquiry, welcomes), text('to', 'Address, if different', { choices }), text('tag', 'Tag, if different', { choices: tags })];
    case 'place': return [text('city', 'City'), text('country', 'Country, in two letters')];
    case 'employment': return [select('value', 'Employment', employments)];
    case 'start': return [text('value', 'First day', { type: 'date' })];
    case 'deadline': return [deadline('value', choices ?? [])];
    case 'document': return [select('material', 'Kind of document', materials), label, quote, radios('stage', 'When', stages), radios('required', 'Needed', requirements), ...asking];
    case 'rule': return [select('level', 'This is', levels), label, ...(rule === null ? [] : [ruleField('rule', words)]), ...asking];
    case 'note': return [label, quote];
    case 'position': return [label, ...several('materials', 'Documents asked for', words.asked.materials, words.lang), ...several('criteria', 'Rules', words.asked.criteria, words.lang)];
    case 'question': return [
      label, ...(answers ? [answersField('answers', words.lang)] : []), ...(clause === undefined ? [] : [text('clause', 'In the verdict', { lang: words.lang })]), ...(phrase === undefined ? [] : [quote]),
    ];
    default: return [text('value', kinds[kind], { choices, type: kind === 'address' ? 'email' : kind === 'portal' ? 'url' : 'text' })];
  }
}

/** Rules without groups of one, as they are written. @param {import('./form.js').Values} set */
export const tidied = (set) => ('rule' in set ? { ...set, rule: plain(/** @type {import('./rule.js').Rule} */ (set.rule)) } : set);

