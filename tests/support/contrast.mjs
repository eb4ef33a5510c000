// WCAG 2.2's contrast ratio (sections "contrast ratio" and "relative luminance").

const shares = [0.2126, 0.7152, 0.0722];

/** @param {ArrayLike<number>} colour red, green, blue, 0 to 255; what follows doesn't count */
function luminance(colour) {
  return shares.reduce((sum, share, i) => {
    const part = colour[i] / 255;
    return sum + share * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  }, 0);
}

/** @param {ArrayLike<number>} a @param {ArrayLike<number>} b @returns {number} 1 to 21 */
export function contrast(a, b) {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** As getComputedStyle gives a colour. @param {string} css */
export const channelsOf = (css) => (css.match(/[\d.]+/g) ?? []).map(Number);
