// Says that the deadline has passed; the page itself was made before that, and may have been kept since.

/** How far a zone's clocks are before UTC at a moment, ms. @param {string} zone IANA @param {number} moment */
function offsetOf(zone, moment) {
  const parts = new Intl.DateTimeFormat('en-u-hc-h23', { timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' }).formatToParts(moment);
  const part = (/** @type {string} */ type) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - Math.floor(moment / 1000) * 1000;
}

/**
 * The last moment of a deadline. One without time lasts until the day is over; one without zone, until it is so everywhere.
 * @param {string} date YYYY-MM-DD @param {string} [time] HH:MM @param {string} [zone] IANA
 * @returns {number} ms since 1970, UTC
 */
export function endOf(date, time, zone) {
  const clock = Date.parse(`${date}T${time || '00:00'}:00Z`) + (time ? 0 : 86_400_000);
  try {
    if (zone) {
      const first = clock - offsetOf(zone, clock);
      return clock - offsetOf(zone, first); // once more: the first was asked about another hour
    }
  } catch {
    // a zone that this browser doesn't know
  }
  return clock + 12 * 3_600_000;
}

/**
 * Shows what is said of deadlines that have passed.
 * @returns {string[]} these deadlines, as rules::name_of calls them
 */
export function sayWhatPassed() {
  const over = new Set();
  for (const said of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-deadline]'))) {
    const { deadline = '' } = said.dataset, [date, time, zone] = deadline.split(' ');
    said.hidden = !(Date.now() > endOf(date, time, zone));
    if (!said.hidden) over.add(deadline);
  }
  return [...over];
}
