// Every import() of the built app goes through here (scripts/lib/careful-imports.ts).

/** How browsers say it, too: failed-import.ts knows them all. */
const failed = (address: string) => new TypeError(`Failed to fetch dynamically imported module: ${address}`)

/** The server has other files by now: this page is of a former version. errors.ts and use-update-toast.ts know it by this name. */
function outdated(address: string): TypeError {
  dispatchEvent(new Event('outdated'))
  return Object.assign(failed(address), { code: 'outdated' })
}

const ask = (address: string, cache: RequestCache = 'default') => fetch(address, { cache }).catch(() => null)

/** A page in the place of a file is what a server has to say of it, too; imported, it would be remembered as broken. */
const isGone = (response: Response | null) =>
  response?.ok ? response.headers.get('Content-Type')?.includes('html') : response?.status === 404

async function file(address: string): Promise<void> {
  let response = await ask(address)
  // Maybe it is back: browsers keep for a year what hosting says of a file, also that there is none.
  if (isGone(response)) response = await ask(address, 'reload')
  if (isGone(response)) throw outdated(address)
  // A gateway or a filter on the way, which may well say so in a page.
  if (!response?.ok) throw failed(address)
  await response.arrayBuffer().catch(() => {
    throw failed(address)
  })
}

/** A link does not tell why it failed, nor can it go past what the browser keeps: file() is asked then. */
const style = (address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = address
    link.onload = () => resolve()
    link.onerror = () => {
      link.remove()
      reject(failed(address))
    }
    document.head.append(link)
  })

/** What is here or on its way, by its address. */
const brought = new Map<string, Promise<void>>()

const isPartOfThePage = (address: string): boolean =>
  document.querySelector(`link[href="${address}"], script[src="${address}"]`) !== null

function once(address: string): Promise<void> {
  const known = brought.get(address)
  if (known) return known
  const coming = isPartOfThePage(address)
    ? Promise.resolve()
    : address.endsWith('.css')
      ? style(address).catch(() => file(address).then(() => style(address)))
      : file(address)
  brought.set(address, coming)
  coming.catch(() => brought.delete(address))
  return coming
}

/**
 * Imports a part of the app once its files are here. A browser remembers for as long as the page is open that a module
 * could not be fetched (so does Chromium from version 150 on), and would not ask for it again when the connection is back:
 * what is fetched first goes into its cache, from where the import takes it.
 * @param files all that the part is made of and its imports need, from the root of the site
 * @throws TypeError that isFailedImport() knows; with the code `outdated` where the server has the file no more
 */
export async function bring<T>(load: () => Promise<T>, files: readonly string[] = []): Promise<T> {
  await Promise.all(files.map((name) => once(`/${name}`)))
  return load()
}
