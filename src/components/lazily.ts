import { type ComponentType, createElement, lazy } from 'react'

const Nothing = () => null

/** React draws a place anew as soon as its part is known to be missing: to ask again then would have no end. */
const REST_MS = 1000

/**
 * A small part of a page in a file of its own. Should the file not come, that part is missing, and not the page; it is asked
 * for again when the place where it stands is drawn a while later. What somebody presses for: on-demand.tsx.
 */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const begin = () =>
    lazy<ComponentType<P>>(async () => {
      const loaded = await load().catch(() => null)
      if (!loaded) setTimeout(() => (part = begin()), REST_MS)
      return { default: loaded ?? Nothing }
    })
  let part = begin()
  return (props) => createElement(part, props)
}
