import { type ComponentType, createElement, lazy } from 'react'

const Nothing = () => null

/**
 * A small part of a page in a file of its own. Should the file not come, that part is missing, and not the page; it is asked
 * for again when the place where it stands is drawn the next time.
 */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const begin = () =>
    lazy<ComponentType<P>>(async () => {
      const loaded = await load().catch(() => null)
      if (!loaded) part = begin()
      return { default: loaded ?? Nothing }
    })
  let part = begin()
  return (props) => createElement(part, props)
}
