// Chromium wraps our pages where the page says lines may begin, and nowhere else: what a layout of our own that
// knows only these opportunities and the widths of single characters would do.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, serve } from '../support/browser.mjs';
import { aushang, smallCheck, temporaryFolder, writeFiles } from '../support/project.mjs';
import { compareLines } from './line_break_compare.mjs';

const paragraphs = {
  'slashes': 'Papers at NeurIPS/ICLR/ICML or in SIAM/ASA journals, on PDE/SDE models and and/or graphs, 24/7 and 1/2 of it w/o notice.',
  'signs': 'We write C++/CUDA, C++ and g++ 12, a--b, c--d, {c}d and a{b}c, a!b, (a)b, f(x), a?b=c&d, [x]y, x^2, a_b, 100%ig, #tag, $x$, a@b, a*b*c, <a>b, a|b, a\\\\b, a~b, a`b and A+B=C.',
  'hyphens': 'A post-doc in Berlin-Mitte, -fach and Haupt- und Nebenfach, from 2024-06-23 to 2025-07-01, phone +49-30-20372-500, 10-20 or 3-fach, --verbose, e-mail, state-of-the-art, A–B, 2019–2024, a—b, so … or so…and.',
  'addresses': 'Write to someone.with.a.name@some-institute.example or see https://www.some-institute.example/research/group/people.html?id=12&view=full#contact_details or www.example.org/a_b/c.d.',
  'numbers': 'About 1,000.50 € or $(12.50), 50 %, 3.5–4.5 km, p.12, costs .5, version v2.0.1, 10:30, §5 and § 6, 20°C, №5, 5′ 3″, ½, 3×4, ±2, a≤b, a→b, x∈X.',
  'german': 'Die Donaudampfschifffahrtsgesellschaftskapitänsmütze und das Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz, „in Anführung“ (und Klammern), Straße/Straßen, Studierende/r, Mitarbeiter*innen, Bewerber:innen, Ärzt_innen.',
  'soft hyphens': 'Wasser\u00ADstoff\u00ADversorgungs\u00ADgesellschaft und null\u200Bbreite\u200BTrennung, un\u2060trenn\u00A0bar und 10\u00A0km weit\u00ADläufig.',
  'japanese': '最適輸送とロバスト機械学習の研究をする。データサイエンティスト、ヴァイオリン・フィルハーモニー「ハロー」（きゃっ）ー、ちょっと！ベルリン/東京、第1回、ＡＢＣ株式会社…々〜%。',
  'chinese': '我们招聘一名博士研究生，研究最优传输与鲁棒机器学习。“引号”（括号）《书名》、10%的C++代码——以及Python/Julia。',
  'korean': '최적 수송과 강건한 기계 학습에 관한 박사 과정 (전일제) 모집, 베를린/서울에서.',
  'emoji': 'Apply 🎓📄🙂 now 🎉!! Send a CV📎, please.✅ Done☑ and ★★★ or ☎030 ①②③ ©2024™.',
  'quotes': 'He said "no", ‘so’ and “yes”—it’s "good"/“fine”. «Guillemets» and »andere«, don\'t, O\'Neill, rock\'n\'roll, (a) b) [c] {d}, e.g., i.e.; etc.: 5\' 3".',
  'spaces before signs': 'Bonjour ! Vraiment ? Oui ; non : peut-être / ou ) et extraordinairement ! fini 100 % .',
};
const inlines = 'An *emphasised*-**strong**/`code_of/some-kind` in [a link/to](a.html)-something, `int main() { return a->b[0]; }` and *a*/*b*, **C++**17, [here](b.html)/[there](c.html).';

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
before(async (t) => {
  const folder = temporaryFolder(/** @type {any} */ (t));
  writeFiles(folder, {
    'source/posting.md': `# Lines\n\n${Object.values(paragraphs).map((text) => text.replace(/[*_`<[\]&~|#$]/g, '\\$&')).join('\n\n')}\n\n${inlines}\n`,
    'source/check.json': smallCheck(),
  });
  const { code, err } = aushang(['build', `${folder}/source`, '-o', `${folder}/dist`, '--no-app']);
  assert.equal(code, 0, err);
  browser = await launch();
  site = await serve(`${folder}/dist`);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

for (const [i, name] of [...Object.keys(paragraphs), 'inlines'].entries()) {
  test(`${name}: lines begin where the page says, 120 to 700 px wide`, async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${site.origin}/`);
    const differences = await page.evaluate(compareLines, i);
    await page.close();
    assert.deepEqual(differences, []);
  });
}

test('a copied paragraph is the text without the hints', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.origin}/`);
  const copies = await page.evaluate(() => [...document.querySelectorAll('.posting p')].map((paragraph) => {
    getSelection()?.selectAllChildren(paragraph);
    return String(getSelection());
  }));
  await page.close();
  const expected = Object.values(paragraphs).map((text) => text.replaceAll('\\\\', '\\'));
  assert.deepEqual(copies.slice(0, expected.length), expected);
});
