import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Mark } from '#components/mark.tsx'
import { Yard } from '#components/yard.tsx'
import { ROLES } from '#domain/roles.ts'
import { renderInApp } from '../../helpers/render-in-app.tsx'

const NOTHING = { student: null, parent: null, teacher: null, staff: null, resident: null }

/** How far an arc's inner edge stands from the middle, at its nearest. */
const nearestToMiddle = (path: Element) => {
  const points = Array.from((path.getAttribute('d') ?? '').matchAll(/([\d.]+) ([\d.]+)/g))
  return Math.min(...points.map(([, x, y]) => Math.hypot(Number(x) - 100, Number(y) - 100)))
}

describe('the yard', () => {
  it('is a picture with a name where it speaks for itself', async () => {
    await renderInApp(<Yard reach={NOTHING} label="학생 62%" />)
    expect(screen.getByRole('img', { name: '학생 62%' }).tagName).toBe('svg')
  })

  it('is hidden from screen readers where the same numbers stand beside it', async () => {
    const { container } = await renderInApp(<Yard reach={NOTHING} />)
    expect(screen.queryByRole('img')).toBeNull()
    expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
  })

  it('has an arc for each of the five groups', async () => {
    const { container } = await renderInApp(<Yard reach={NOTHING} />)
    const arcs = Array.from(container.querySelectorAll('path'), (path) => path.getAttribute('d'))
    expect(arcs).toHaveLength(ROLES.length)
    expect(new Set(arcs).size).toBe(ROLES.length)
    for (const arc of arcs) expect(arc).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('lets a group reach further into the middle the more it agrees', async () => {
    const reach = { student: 0, parent: 0.25, teacher: 0.5, staff: 0.75, resident: 1 }
    const { container } = await renderInApp(<Yard reach={reach} />)
    const { container: even } = await renderInApp(<Yard reach={NOTHING} />)
    // The arcs have different shapes, so each is compared with itself at rest.
    const free = (of: Element) => Array.from(of.querySelectorAll('path'), nearestToMiddle)
    const shares = free(container).map((distance, index) => distance / (free(even)[index] ?? 0))
    expect(shares).toEqual(shares.toSorted((a, b) => b - a))
    expect(new Set(shares).size).toBe(ROLES.length)
    expect(Math.min(...free(container)), 'the middle stays open').toBeGreaterThan(10)
  })

  it('as the mark says nothing by itself', async () => {
    await renderInApp(<Mark />)
    expect(screen.queryByRole('img')).toBeNull()
  })
})
