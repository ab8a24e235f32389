import { type ComponentType, lazy } from 'react'

const Nothing = () => null

/** A small part of a page in a file of its own. Should the file not come, that part is missing, and not the page. */
export const lazily = <P extends object>(load: () => Promise<ComponentType<P>>) =>
  lazy<ComponentType<P>>(async () => ({ default: await load().catch(() => Nothing) }))
