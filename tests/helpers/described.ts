/** The text that `aria-describedby` ties to an element, as a screen reader reads it after the name. */
export const descriptionOf = (element: Element): string =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((id) => id !== '')
    .map((id) => document.getElementById(id)?.textContent ?? `(nothing has the id ${id})`)
    .join(' ')

/** Where a link leads. */
export const hrefOf = (element: Element): string | null => element.getAttribute('href')
