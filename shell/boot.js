// Starts the core and joins it to the document. Until it is ready, and if anything goes wrong, the prerendered page
// stays as it is: readable and complete.
import { bareFromAddress } from './bare.js';
import { followCopying } from './copy.js';
import { compile, startCore } from './core.js';
import { sayWhatPassed } from './deadline.js';
import { adopt, listen } from './deeds.js';
import { fetchText } from './fetch.js';
import { Frame } from './frame.js';
import { Glyphs } from './glyphs.js';
import { Languages } from './language.js';
import { Layer } from './layer.js';
import { readLook } from './look.js';
import { Modes, reasons, setState } from './modes.js';
import { followOffline } from './offline.js';
import { painted, pause } from './paint.js';
import { followPrinting } from './paper.js';
import { Panel } from './panel.js';
import { followPhrases, Phrases } from './phrases.js';
import { themeFromAddress } from './theme.js';
import { Tile } from './tile.js';
import { watch } from './watch.js';
import { followWish } from './wish.js';

/** Where the page is in another one's. @type {Frame | null} */
let frame = null;

/** @param {string} id */
const linked = (id) => /** @type {HTMLLinkElement | null} */ (document.getElementById(id))?.href;

const wordsChanged = followOffline();

async function start() {
  sayWhatPassed();
  themeFromAddress();
  followPrinting();
  bareFromAddress();
  frame = parent === window ? null : new Frame();
  const sheet = document.getElementById('au-posting'), beside = document.getElementById('au-panel');
  const bundleUrl = linked('au-bundle'), coreUrl = linked('au-wasm');
  if (!sheet || !beside || !bundleUrl || !coreUrl) return; // a list of postings
  setState('starting');
  const files = Promise.all([compile(coreUrl), fetchText(bundleUrl)]);
  files.catch(() => {}); // reported where it is awaited
  await painted();
  followCopying([sheet, beside]);
  const glyphs = new Glyphs(), tile = new Tile(sheet, beside);
  if (frame) tile.seen = frame.seen.bind(frame);
  let started = false, ready = false, requested = false, matches = true, panelTop = 0, motion = 0;
  /** @type {Layer} */
  let layer;
  /** @type {Panel} */
  let panel;
  /** @type {Phrases} */
  let phrases;
  /** @type {Modes} */
  let modes;
  const setInked = (/** @type {number} */ top, /** @type {number} */ bottom) => {
    layer.setInked(top, bottom);
    panel.setInked(top, bottom, panelTop);
  };
  const host = {
    advance: glyphs.advance.bind(glyphs),
    advances: glyphs.advances.bind(glyphs),
    runUnit: () => glyphs.runUnit,
    rasterise: glyphs.rasterise.bind(glyphs),
    pixels: glyphs.pixels.bind(glyphs),
    showLayer(/** @type {Int32Array} */ words) {
      matches = layer.show(words);
      if (!matches) core.wantPlain(reasons.no_match);
    },
    showPanel(/** @type {string} */ json) {
      /** @type {import('./panel.js').PanelState} */
      const state = JSON.parse(json);
      panel.show(state);
      phrases.update(state.phrases, state.mail);
    },
    placePanel(/** @type {Int32Array} */ words, /** @type {number} */ y) {
      panelTop = y;
      if (!panel.place(words)) core.wantPlain(reasons.no_match);
    },
    placeTile(/** @type {number} */ top, /** @type {number} */ bottom) {
      if (matches) modes.found(); // before painting: what is painted on a hidden canvas may be thrown away
      const placed = tile.place(top, bottom); // reads the layout, so it comes before what dirties it
      tile.whenShown(() => setInked(0, 0), () => setInked(top, bottom));
      return placed;
    },
    showPlain(/** @type {number} */ reason) {
      if (reason !== reasons.none) {
        tile.forget();
        setInked(0, 0);
      }
      modes.show(reason);
    },
    requestFrame() {
      if (started && !requested) requestAnimationFrame(draw);
      requested = true;
    },
  };
  // From here on in stretches, each a few dozen milliseconds long at most where that can be cut.
  const [module, bundle] = await files;
  await pause();
  const core = await startCore(module, tile.canvas, host);
  await pause();
  core.onBroken = giveUp;
  layer = new Layer(sheet, core.description);
  panel = new Panel(beside, core.description);
  if (frame) panel.scroll = frame.scrollBy.bind(frame);
  open(bundle, document.documentElement.lang);
  tellWhatPassed();
  phrases = new Phrases(sheet, core.description.tones);
  adopt(panel, core);
  listen(panel, core);
  followPhrases(sheet, beside, () => phrases);
  await pause();

  modes = new Modes(sheet, core);
  const wish = followWish(() => modes.ask(true));
  if (!modes.wanted() && !core.openWindow()) core.wantPlain(reasons.no_webgl);
  // No pause from here on: a context that is lost, or a window made narrower, would go unnoticed until it is watched.

  /** @param {string} posting the bundle @param {string} language of the interface */
  function open(posting, language) {
    const problem = core.open(posting, language);
    if (problem) throw new Error(problem);
  }
  function tellWhatPassed() { for (const deadline of sayWhatPassed()) core.act('au-over', deadline, true); }
  // A page may be kept open for days.
  document.addEventListener('visibilitychange', () => { if (!document.hidden) tellWhatPassed(); });
  function draw() {
    requested = false;
    core.frame(motion);
    panel.release();
    if (ready || requested || core.broken) return; // requested again: what was found doesn't match
    ready = true;
    performance.mark('aushang:ready');
  }
  function look() {
    try {
      const { numbers, faces, dark, motion: lasting } = readLook(/** @type {HTMLElement} */ (sheet), tile.panel, core.description, tile.density());
      glyphs.reset(faces, dark);
      motion = lasting;
      if (!core.look(numbers)) throw new Error('The look of the page can\'t be read.');
    } catch (problem) {
      core.breakDown(problem);
    }
  }
  const scrolled = () => core.scrolled(...tile.view(), tile.highest());
  function measured() {
    core.measured(/** @type {HTMLElement} */ (sheet).getBoundingClientRect().width, layer.factsHeight(), layer.islands(), tile.panelPlace());
    scrolled();
  }
  look();
  measured();
  modes.decide();
  const { observe } = watch({ sheet, layer, tile, core, modes, look, measured, scrolled, hide: () => setInked(0, 0) });
  // All at once, so that no frame, and no screen reader, finds the words of two languages.
  const languages = new Languages(sheet, (posting, language, replace) => {
    if (core.broken) throw new Error('There is no app any more.');
    open(posting, language);
    replace();
    tellWhatPassed();
    layer.adopt();
    phrases = new Phrases(sheet, core.description.tones);
    panel.voice.hush();
    look();
    measured();
    observe();
    wordsChanged();
    wish();
    modes.reopened();
    draw();
    if (core.broken) throw new Error('The app broke down.');
  });
  frame?.join({ core, look, scrolled, speak: (language) => languages.speak(language) });
  // And for what was asked meanwhile: the core may know from the posting alone that the page is to be plain.
  started = requested = true;
  requestAnimationFrame(draw);
}

/** The page is what it was without scripts; that is readable and complete. @param {unknown} problem */
function giveUp(problem) {
  setState('failed');
  const button = document.getElementById('au-mode');
  if (button) button.hidden = true;
  frame?.speak();
  console.warn(`Aushang: the page stays as it is. ${problem instanceof Error ? problem.message : problem}`);
}

start().catch(giveUp);
