// A posting inside somebody else's page:
//
//   <script async src="https://group.example/phd_2/embed.js"></script>
//   <aushang-posting src="https://group.example/phd_2/" lang="de" theme="auto" height="auto" bare title="…">
//     <a href="https://group.example/phd_2/">Open the posting</a>
//   </aushang-posting>
//
// The link is what is seen without scripts, and where `src` can't be right. Else a frame takes its place. The frame
// says hello; only if the message comes from that frame and from the origin of `src` does it get a port, over which the
// rest is said (docs/guides/embed.md has the messages). One file, needs nothing else, and stores nothing.

const name = 'aushang-posting';
const rights = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals allow-top-navigation-to-custom-protocols';
const lowest = 100, highest = 200_000, version = 1;
/** Kept free for a posting of unknown height: what stands below is out of view, and so nothing is seen to move. */
const reserved = 'max(100vh, 720px)';

/** @param {number} height */
const allowed = (height) => Math.min(Math.max(height, lowest), highest);
/** @param {unknown} value @param {number} most */
const isWhole = (value, most) => Number.isInteger(value) && Math.abs(/** @type {number} */ (value)) <= most;

class AushangPosting extends HTMLElement {
  static observedAttributes = ['src', 'sandbox', 'height', 'lang', 'theme', 'bare', 'title'];

  constructor() {
    super();
    // With a shadow root but no slot the link is not rendered, whenever it is parsed.
    this.root = this.attachShadow({ mode: 'open' });
    this.frame = document.createElement('iframe');
    this.mark = document.createElement('span');
    this.origin = '';
    this.bare = false;
    this.known = 0; // the height last told, kept for the next frame
    /** @type {MessagePort | null} */
    this.port = null;
    /** @type {AbortController | null} */
    this.life = null;
  }

  connectedCallback() { this.build(); }
  disconnectedCallback() { this.clear(); }

  /** @param {string} attribute @param {string | null} before @param {string | null} after */
  attributeChangedCallback(attribute, before, after) {
    if (!this.isConnected || before === after) return;
    if (attribute === 'src' || attribute === 'sandbox') this.build();
    else if (this.life) {
      if (attribute === 'bare') this.bare = after !== null;
      this.settle();
    }
  }

  /** Whether the frame is as high as the posting. */
  isAuto() { return !/^\d{1,6}$/.test(this.getAttribute('height') ?? ''); }

  clear() {
    this.life?.abort();
    this.life = null;
    this.port?.close();
    this.port = null;
  }

  build() {
    this.clear();
    const src = this.getAttribute('src') ?? '';
    const url = addressOf(src);
    if (!url) {
      console.warn(`${name}: src="${src}" isn't an address that begins with https:// or http://, so the link stays.`);
      this.root.replaceChildren(document.createElement('slot'));
      return;
    }
    url.searchParams.set('embed', '1');
    for (const key of ['lang', 'theme']) if (this.getAttribute(key)) url.searchParams.set(key, this.getAttribute(key) ?? '');
    if (this.hasAttribute('bare')) {
      url.searchParams.set('bare', '1');
      url.hash ||= 'au-bare';
    }
    this.bare = url.searchParams.get('bare') === '1';
    this.origin = url.origin;
    const frame = this.frame = document.createElement('iframe'), { mark, style } = this;
    frame.setAttribute('sandbox', this.getAttribute('sandbox') ?? rights);
    frame.allow = 'clipboard-write';
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    frame.loading = 'lazy';
    Object.assign(frame.style, { display: 'block', width: '100%', border: '0' });
    Object.assign(mark.style, { position: 'absolute', left: '0', width: '1px', visibility: 'hidden', scrollMargin: '16px' });
    style.display ||= 'block';
    style.position ||= 'relative';
    this.life = new AbortController();
    const options = { passive: true, capture: true, signal: this.life.signal };
    addEventListener('message', (event) => this.hear(event), options);
    const look = this.viewer();
    for (const type of ['scroll', 'resize']) addEventListener(type, look, options);
    const sizes = new ResizeObserver(look); // what stands above may grow
    sizes.observe(document.documentElement);
    this.life.signal.addEventListener('abort', () => sizes.disconnect());
    this.settle();
    frame.src = url.href;
    this.root.replaceChildren(frame, mark);
  }

  /** Carries out what the attributes say that the frame can be told. */
  settle() {
    const { frame } = this;
    frame.title = this.title || this.textContent?.trim() || 'Job posting';
    frame.style.height = !this.isAuto() ? `${allowed(Number(this.getAttribute('height')))}px` : this.known ? `${this.known}px` : reserved;
    this.send(this.settings('settings'));
  }

  /** @param {string} kind */
  settings(kind) {
    const may = (/** @type {string} */ right) => this.frame.sandbox.contains(`allow-${right}`);
    const mail = may('top-navigation') || may('top-navigation-by-user-activation') ? '_top' : may('popups') ? '_blank' : may('top-navigation-to-custom-protocols') ? '_self' : '';
    return { type: `aushang:${kind}`, v: version, height: this.isAuto() ? 'auto' : 'fixed', lang: this.getAttribute('lang') ?? '', theme: this.getAttribute('theme') ?? 'auto', bare: this.bare, mail };
  }

  /** @param {object} message */
  send(message) { this.port?.postMessage(message); }

  /** @param {MessageEvent} event */
  hear({ source, origin, data }) {
    const { frame } = this, target = frame.contentWindow;
    if (!target || source !== target) return;
    const isOpaque = origin === 'null' && (self.origin === 'null' || !frame.sandbox.contains('allow-same-origin'));
    if (origin !== this.origin && !isOpaque) return;
    if (data?.type !== 'aushang:hello' || data.v !== version || typeof data.nonce !== 'string' || data.nonce.length > 64) return;
    this.port?.close();
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    port1.onmessage = (message) => this.told(message.data);
    target.postMessage({ ...this.settings('welcome'), nonce: data.nonce }, isOpaque ? '*' : this.origin, [port2]);
    this.viewer()();
  }

  /** @param {any} data */
  told(data) {
    if (data?.v !== version || !this.isAuto()) return;
    const { type, height, top, bottom, by, align } = data;
    if (type === 'aushang:height' && isWhole(height, Infinity) && height > 0) {
      this.known = allowed(height);
      this.frame.style.height = `${this.known}px`;
      return;
    }
    // Nobody's page is scrolled while they do something else.
    const { userActivation } = navigator;
    if (type !== 'aushang:scroll' || !(userActivation ? userActivation.isActive : this.root.activeElement === this.frame)) return;
    if (isWhole(by, 5000)) {
      scrollBy({ top: by, behavior: 'instant' });
    } else if (isWhole(top, highest) && isWhole(bottom, highest) && top >= 0 && bottom >= top && ['start', 'nearest'].includes(align)) {
      Object.assign(this.mark.style, { top: `${top}px`, height: `${bottom - top}px` });
      this.mark.scrollIntoView({ block: align, behavior: 'instant' });
    }
  }

  /** Tells the frame, at most once a frame, which part of it is in the window. */
  viewer() {
    let queued = 0;
    const { life } = this;
    return () => {
      if (queued || !this.port || !this.isAuto()) return;
      queued = requestAnimationFrame(() => {
        queued = 0;
        if (life !== this.life) return;
        const top = Math.round(-this.frame.getBoundingClientRect().top);
        this.send({ type: 'aushang:view', v: version, top, bottom: top + innerHeight, width: innerWidth });
      });
    };
  }
}

/** @param {string} src */
function addressOf(src) {
  try {
    const url = new URL(src);
    return /^https?:$/.test(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

if (!customElements.get(name)) customElements.define(name, AushangPosting);
