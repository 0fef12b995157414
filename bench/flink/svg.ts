/** Between black and white, so that it is legible on a light page and on a dark one. */
export const TEXT_COLOR = "#757575";

/** Text that is not taken for markup. */
export const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** An SVG image with its title above the elements. Sizes are in pixels. */
export function svg(title: string, width: number, height: number, elements: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11" fill="${TEXT_COLOR}">`,
    `<title>${escaped(title)}</title>`,
    `<text x="10" y="20" font-size="14">${escaped(title)}</text>`,
    ...elements,
    "</svg>\n",
  ].join("\n");
}
