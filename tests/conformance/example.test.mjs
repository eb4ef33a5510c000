// The example says everything the group's page says. Each fact has its name here.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { aushang, project, sharedFile, temporaryFolder } from '../support/project.mjs';

let text = '';
let page = '';
before(() => {
  text = aushang(['render', 'assets/postings/phd-ot/posting.md', '--to', 'text']).out;
});

/** Each fact of the seed: its name and what of it must stand in the posting's text. @type {Record<string, RegExp[]>} */
const facts = {
  'title: a Ph.D. position in mathematics': [/doctoral student in mathematics/],
  'title: optimal transport and robust machine learning': [/optimal transport and robust machine learning/],
  'field: computational optimal transport': [/computational optimal transport/],
  'field: gradient flows, generative models, Bayesian inference, kernel methods': [/gradient flows/, /deep generative models/, /Bayesian inference/, /kernel methods/],
  'field: distributional robustness, generalization, optimization': [/distributional robustness/, /generalization and optimization/],
  'field: robustness in reinforcement learning and control': [/reinforcement learning and control/],
  'field: causality or fairness': [/causality and fairness/],
  'qualification: machine learning and/or applied mathematics': [/machine learning, applied mathematics, or both/],
  'qualification: optimization, PDE or SDE as examples': [/optimization, say/, /PDE, SDE/],
  "qualification: a master's degree": [/a master's degree/],
  'qualification: related research experience': [/research experience related to these topics/],
  'qualification: shown by high-quality reports or publications': [/high-quality technical reports or publications/],
  'qualification: venues as examples': ['NeurIPS', 'ICLR', 'AISTATS', 'ICML', 'AAAI', 'CoLT', 'ALT', 'JMLR', 'STOC'].map((venue) => new RegExp(`\\b${venue}\\b`)).concat(/among others/),
  'qualification: strong applied or industrial experience also counts': [/Strong applied or industrial experience/, /deep learning/],
  'inquiries are welcome': [/Questions are welcome/, /with a question first/],
  'topic: optimal transport and gradient flows in learning and optimization': [/Optimal transport and gradient flows, applied to machine learning and optimization/],
  'topic: robust and stochastic optimization': [/Robust optimization and stochastic optimization/],
  'topic: robustness and generalization': [/Robustness and generalization in machine learning/],
  'topic: causal inference': [/Causal inference/],
  'topic: dynamical systems': [/Modeling and optimization of dynamical systems/],
  'topic: learning theory and optimization': [/learning theory and optimization/],
  'offer: WIAS, its name, link and strengths': [/Weierstrass Institute for Applied Analysis and Stochastics \(WIAS\)/, /https:\/\/wias-berlin\.de\//, /mathematical optimization, dynamical systems and applied mathematics/],
  'offer: hosted ICCOPT 2019': [/ICCOPT 2019/],
  'offer: partners at top institutions': [/partners at top institutions/],
  'offer: Berlin Mathematical School of three universities': [/Berlin Mathematical School/, /https:\/\/www\.math-berlin\.de\//, /three large Berlin universities/],
  'offer: office downtown in a diverse, affordable city': [/downtown/, /diverse/, /costs far less/],
  'offer: no German required, free courses': [/don't need German/, /free German courses/],
  'offer: research and jobs in academia and industry': [/in academia as in industry/],
  'offer: no teaching duty': [/No teaching duty/],
  'send now: CV with links': [/your CV, with links/],
  "send now: master's thesis if any": [/your master's thesis, if you have one/],
  'send now: earlier reports or publications': [/any earlier technical reports or publications related to the position/],
  'send now: transcripts of both degrees': [/transcripts of your bachelor's and your master's degree/],
  'address and subject tag': [/zplusj@gmail\.com/, /\[apply-phd-ot\]/],
  'open until filled; full consideration for early ones': [/until it is filled/, /full consideration/, /as soon as you can/],
  'later: cover letter of 1–2 pages with a very brief research statement': [/cover letter of one to two pages/, /very brief research statement/],
  'later: 2–3 referees from earlier projects who agreed': [/two or three referees from earlier research projects, with their consent/],
  'replies only where there is a fit, with delay': [/only where there is a fit/, /takes a while/],
};
for (const [name, patterns] of Object.entries(facts)) {
  test(`fact of the group's page: ${name}`, () => {
    for (const pattern of patterns) assert.match(text, pattern);
  });
}

test('the page carries what matters outside the running text', (t) => {
  const folder = temporaryFolder(t);
  assert.equal(aushang(['build', '--no-app', 'assets/postings/phd-ot', '-o', join(folder, 'dist')]).code, 0);
  page = readFileSync(join(folder, 'dist/index.html'), 'utf8');
  for (const part of [
    '<h1 id="au-title">Ph.D. position in optimal transport and robust machine learning</h1>',
    '<dt>Location</dt><dd>Berlin, Germany</dd>', '<dt>Deadline</dt><dd>Open until filled</dd>', '<dt>How to apply</dt><dd><a href="#au-apply">By e-mail</a></dd>',
    'No German needed', 'No teaching duty', 'zplusj@gmail.com', '[apply-phd-ot]', 'only where there is a fit',
  ]) assert.ok(page.includes(part), part);
  const link = new URL(/id="au-mail"[^>]* href="([^"]+)"/.exec(page)?.[1].replaceAll('&amp;', '&') ?? '');
  assert.equal(link.pathname, 'zplusj@gmail.com');
  assert.match(decodeURIComponent(link.search), /^\?subject=\[apply-phd-ot\] Application&body=Hello,\r\n/);
  const question = new URL(/id="au-ask"[^>]* href="([^"]+)"/.exec(page)?.[1].replaceAll('&amp;', '&') ?? '');
  assert.equal(question.pathname, 'zplusj@gmail.com');
  assert.match(decodeURIComponent(question.search), /^\?subject=\[apply-phd-ot\] Question&/);
});

test("the example's sentences are its own", (t) => {
  const seed = sharedFile('seed/phd_2.md');
  if (!seed) return t.skip('no shared folder with real pages');
  const words = (/** @type {string} */ s) => s.toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim().split(' ');
  const runs = (/** @type {string[]} */ w) => w.slice(0, -7).map((_, i) => w.slice(i, i + 8).join(' '));
  const theirs = new Set(runs(words(readFileSync(seed, 'utf8').replace(/\(.*?\)/g, ''))));
  const shared = runs(words(readFileSync(join(project, 'assets/postings/phd-ot/posting.md'), 'utf8'))).filter((run) => theirs.has(run));
  // Names and lists of terms are facts and may coincide; a run of eight words that isn't a name would be a sentence.
  const names = /weierstrass institute|optimal transport and|neurips|iclr|gradient flows/;
  assert.deepEqual(shared.filter((run) => !names.test(run)), []);
});
