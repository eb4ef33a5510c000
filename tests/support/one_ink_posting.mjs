// A short posting with everything a page can hold: every kind of field in a card that is on the tile as a whole, a picture
// within a list item, a table, quotes, code and tasks.
import { PNG } from 'pngjs';

const markdown = `---
title: A place at the tide gauge
lang: en
---

We read water levels, and we look for somebody who **has done so for at least two years** and can begin in spring.

- Measuring, with [instruments of our own](https://example.org/instruments)
- The hut by the sea:

  ![The hut](hut.png) seen from [the dyke](https://example.org/dyke)

  Two rooms and a stove.
  - One to work in
  - One to sleep in

1. Write to us.
2. Wait for a week.

> Whoever was here came back.
>
> > And stayed.

| Tide | Level |
| ---- | ----: |
| high | 3.1 m |
| low | \`0.4 m\` |

- [x] The stove is lit
- [ ] The tea is made

\`\`\`
level = gauge() - zero
\`\`\`

---

![The sea](hut.png)

No Latin is needed.
`;

const check = {
  version: 1,
  facts: { organization: { name: 'Tide Office' }, place: { city: 'Husum', country: 'DE' } },
  apply: { to: ['jobs@group.example'], subject: { contains: '[tide-7]' }, inquiry: true, deadline: { date: '2027-03-01' } },
  questions: [
    { id: 'years', type: 'number', min: 0, max: 50, label: 'Years of experience' },
    { id: 'start', type: 'date', label: 'When could you begin?', help: 'In March or later.' },
    { id: 'why', type: 'text', label: 'What draws you to the sea?' },
    { id: 'swims', type: 'yes_no', label: 'Can you swim?' },
    { id: 'tools', type: 'many', none_of_these: true, label: 'Which tools do you know?', options: [{ value: 'level', label: 'Level' }, { value: 'chart', label: 'Chart, with all the corrections since it was printed' }] },
  ],
  clauses: [{ id: 'experienced', quote: 'has done so for at least two years', label: 'Two years of experience', logic: { '>=': [{ var: 'years' }, 2] } }],
  criteria: [{ id: 'experience', level: 'must', label: 'Experience', logic: { var: 'experienced' } }],
  notes: [{ id: 'latin', quote: 'No Latin is needed', label: 'No Latin' }],
  materials: [
    { id: 'cv', kind: 'cv', stage: 'now', required: 'yes', label: 'Curriculum vitae' },
    { id: 'letters', kind: 'reference_letters', stage: 'later', required: 'if_any', label: 'Letters of those who know you' },
  ],
};

/** A dark square in a light frame. */
function hut() {
  const image = new PNG({ width: 48, height: 48 });
  for (let i = 0; i < 48 * 48; ++i) image.data.set([8, 39].every((edge) => Math.abs((i % 48) - edge) > 4) ? [30, 60, 90, 255] : [230, 230, 230, 255], i * 4);
  return PNG.sync.write(image);
}

/** Its files. */
export const seaside = { 'posting.md': markdown, 'check.json': JSON.stringify(check), 'hut.png': hut() };
