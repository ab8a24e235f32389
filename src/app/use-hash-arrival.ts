import { useEffect } from 'react'

/** Goes to the part of the page that its address names, once that part is there: text that had to load came later. */
export function useHashArrival() {
  useEffect(() => {
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [])
}
