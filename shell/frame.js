// The page inside another one's frame. It says hello to the page around it; where that answers (shell/embed/embed.js)
// the frame becomes as high as the posting and is told which part of it is seen. Whoever else shows the page in a frame
// gets one that scrolls by itself. Nothing about answers ever leaves.
import { setBare } from './bare.js';
import { FrameHeight } from './frame_height.js';
import { watchSlices } from './slices.js';
import { isTheme, setTheme } from './theme.js';

const version = 1;
const root = document.documentElement;
/** How long the page around has to rest before the dock is seen again, ms. */
const rest = 120;

/** @param {unknown} value @param {number} most @returns {value is number} */
const isWhole = (value, most) => Number.isInteger(value) && Math.abs(/** @type {number} */ (value)) <= most;

/** The id behind a "#", as browsers read it: what is no encoding stays. @param {string} hash */
const idBehind = (hash) => new URLSearchParams(`id=${hash.slice(1).replace(/[+&]/g, encodeURIComponent)}`).get('id') ?? '';

/** Where this page stands by itself: without what is meant for the frame. */
function ownAddress() {
  const address = new URL(location.href);
  for (const name of ['embed', 'theme', 'bare']) address.searchParams.delete(name);
  address.hash = '';
  return address.href;
}

/**
 * What it needs of the app, once there is one.
 * @typedef {object} App
 * @property {import('./core.js').Core} core
 * @property {() => void} look
 * @property {() => void} scrolled
 * @property {(language: string) => void} speak
 */

export class Frame {
  constructor() {
    this.nonce = [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');
    this.host = ''; // origin of who answered first
    /** @type {MessagePort | null} */
    this.port = null;
    this.mail = '_blank';
    this.lang = ''; // that the page around wants
    /** @type {App | null} */
    this.app = null;
    /** What is seen of the frame, in its own px. @type {[number, number] | null} */
    this.view = null;
    this.height = new FrameHeight((height) => this.send({ type: 'aushang:height', v: version, height }));
    this.isShown = false; // whether the page around says what is seen
    /** @type {(() => void) | null} */
    this.slices = null;
    /** @type {Animation | null} */
    this.fading = null;
    root.dataset.frame = 'own';
    addEventListener('message', (event) => this.greeted(event));
    for (const type of ['focusin', 'click']) document.addEventListener(type, (event) => this.aim(event.target), true);
    document.addEventListener('click', (event) => this.followed(event));
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof Element && target.matches(':focus-visible') && !target.closest('.dock')) this.ask(target, 'nearest');
    });
    addEventListener('resize', () => this.slice(), { passive: true });
    this.slice();
    parent.postMessage({ type: 'aushang:hello', v: version, nonce: this.nonce }, '*'); // holds nothing; who is there isn't known yet
  }

  /** @param {MessageEvent} event */
  greeted({ source, origin, data, ports }) {
    if (source !== parent || (this.host && origin !== this.host)) return;
    if (data?.type !== 'aushang:welcome' || data.v !== version || data.nonce !== this.nonce || !ports[0]) return;
    this.host = origin;
    this.port?.close();
    this.port = ports[0];
    this.port.onmessage = (message) => this.hear(message.data);
    this.settle(data);
  }

  /** @param {any} data */
  hear(data) {
    if (data?.v !== version) return;
    if (data.type === 'aushang:settings') this.settle(data);
    if (data.type !== 'aushang:view' || !this.isAuto()) return;
    const { top, bottom, width } = data;
    if (isWhole(width, 1e6)) this.height.windowIs(width);
    if (!isWhole(top, 1e6) || !isWhole(bottom, 1e6) || bottom <= top || bottom - top > 20_000) return;
    if (bottom <= 0 || top >= innerHeight) return; // out of sight: what was seen last will do
    if (!this.isShown) this.isShown = true, this.slice();
    this.see([top, bottom]);
    this.moveDock();
  }

  /** @param {[number, number]} view */
  see(view) {
    this.view = view;
    this.app?.scrolled();
  }

  /** @param {any} data what the element's attributes say */
  settle({ height, theme, lang, mail, bare }) {
    if (isTheme(theme) && setTheme(theme)) this.app?.look();
    if (typeof bare === 'boolean' && setBare(bare)) this.app?.scrolled(); // all lies higher or lower
    if (['_top', '_blank', '_self', ''].includes(mail)) this.mail = mail;
    this.tell();
    if (height === 'auto' || height === 'fixed') {
      root.dataset.frame = height === 'auto' ? 'auto' : 'own';
      this.isShown = false;
      this.slice();
      this.height.follow(height === 'auto');
      if (height === 'fixed') delete root.dataset.dock;
      this.app?.scrolled();
    }
    if (typeof lang !== 'string' || !lang) return;
    this.lang = lang;
    this.speak();
  }

  /** Once there is an app; where it has failed, a link leads there. */
  speak() {
    if (!this.lang) return;
    if (this.app) this.app.speak(this.lang);
    else if (root.dataset.aushang === 'failed') /** @type {HTMLAnchorElement | null} */ (document.querySelector(`header.bar nav a[hreflang="${CSS.escape(this.lang)}"]`))?.click();
  }

  isAuto() { return root.dataset.frame === 'auto'; }

  /** @param {App} app */
  join(app) {
    this.app = app;
    this.tell();
    this.speak();
  }

  /** Where a frame may not open a mail app, or perhaps not, the way around is said beside the link. */
  tell() {
    if (this.app && (this.mail === '' || origin === 'null')) this.app.core.act('au-frame', ownAddress(), true);
  }

  /** What of the frame is in sight, its own px. @returns {[number, number]} */
  seen() { return this.view ?? [0, Math.min(innerHeight, screen.height)]; }

  /** Where nobody says what is seen of a frame that can't be seen as a whole, it finds out itself. */
  slice() {
    this.slices?.();
    this.slices = null;
    if (this.isShown) return;
    this.view = null;
    if (innerHeight > screen.height) this.slices = watchSlices((view) => this.see(view));
  }

  /** @param {object} message */
  send(message) { this.port?.postMessage(message); }

  /** The page around scrolls, and only if somebody just did something here. @param {number} pixels */
  scrollBy(pixels) {
    if (this.isAuto()) this.send({ type: 'aushang:scroll', v: version, by: Math.round(pixels) });
    else scrollBy({ top: pixels, behavior: 'instant' });
  }

  /** @param {Element} element @param {'start' | 'nearest'} align */
  ask(element, align) {
    if (!this.isAuto()) return;
    const { top, bottom } = element.getBoundingClientRect();
    this.send({ type: 'aushang:scroll', v: version, top: Math.max(Math.floor(top), 0), bottom: Math.max(Math.ceil(bottom), 0), align });
  }

  /** Links lead out of the frame; mail goes where the frame's rights allow it. @param {EventTarget | null} target */
  aim(target) {
    const link = target instanceof Element ? /** @type {HTMLAnchorElement | null} */ (target.closest('a[href]')) : null;
    if (!link || link.hreflang) return;
    const isHere = link.hash !== '' && link.href.split('#')[0] === location.href.split('#')[0];
    if (link.protocol === 'mailto:') link.target = this.mail || '_blank';
    else if (/^https?:$/.test(link.protocol) && !isHere) [link.target, link.rel] = ['_blank', 'noopener'];
  }

  /** What a link within the page leads to is to be seen, too. @param {MouseEvent} event */
  followed({ target, defaultPrevented }) {
    const link = target instanceof Element ? /** @type {HTMLAnchorElement | null} */ (target.closest('a[href^="#"]')) : null;
    const goal = link && !defaultPrevented ? document.getElementById(idBehind(link.hash)) : null;
    if (goal) requestAnimationFrame(() => this.ask(goal, 'start'));
  }

  /** The dock lies where the view ends. It doesn't run after a page that moves, but is seen again when that rests. */
  moveDock() {
    const [top, bottom] = this.seen(), dock = document.getElementById('au-dock');
    if (!dock) return;
    const end = Math.min(bottom, innerHeight), { height } = dock.getBoundingClientRect();
    root.style.setProperty('--au-dock', `${end}px`); // its lower edge, as its words may need another line
    root.dataset.dock = end - Math.max(top, 0) > 3 * height ? 'placed' : 'away';
    this.fading?.cancel();
    this.fading = dock.animate([{ opacity: 0 }, { opacity: 0 }], rest);
  }
}
