import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { isTaskId, type TaskId } from '#domain/plan.ts'

/** Less than this is a tap. */
const SLACK_PX = 6
/** So close to an edge of the window it scrolls, to reach what is beyond. */
const EDGE_PX = 72
const SCROLL_PX = 10

/** Where a sticker comes from or goes to; null is the tray. */
export type Spot = TaskId | null

type Drag = { readonly from: Spot; readonly over: Spot | undefined }

const spotAt = (x: number, y: number): Spot | undefined => {
  const spot = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-spot]')?.dataset.spot
  return spot === undefined ? undefined : isTaskId(spot) ? spot : null
}

/**
 * Dragging stickers by mouse, pen or finger: an addition to the buttons, never the only way.
 * @param onDrop a sticker was let go over another spot than its own
 */
export function useStickerDrag(onDrop: (from: Spot, to: Spot) => void) {
  const [drag, setDrag] = useState<Drag | null>(null)
  const ghost = useRef<HTMLDivElement>(null)
  const at = useRef({ x: 0, y: 0, fromX: 0, fromY: 0 })
  const isDragging = drag !== null

  const showGhost = () => {
    const { x, y } = at.current
    if (ghost.current) ghost.current.style.transform = `translate(${x}px, ${y}px) translate(-50%, -50%) rotate(-6deg)`
  }
  useEffect(() => {
    if (!isDragging) return
    let frame = 0
    const scroll = () => {
      const { y } = at.current
      if (y < EDGE_PX) scrollBy(0, -SCROLL_PX)
      else if (y > innerHeight - EDGE_PX) scrollBy(0, SCROLL_PX)
      frame = requestAnimationFrame(scroll)
    }
    frame = requestAnimationFrame(scroll)
    return () => cancelAnimationFrame(frame)
  }, [isDragging])
  useEffect(showGhost)

  /** For each sticker that can be taken. */
  const handle = (from: Spot) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || !event.isPrimary) return
      event.preventDefault()
      event.currentTarget.setPointerCapture(event.pointerId)
      at.current = { x: event.clientX, y: event.clientY, fromX: event.clientX, fromY: event.clientY }
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
      const { fromX, fromY } = at.current
      at.current = { ...at.current, x: event.clientX, y: event.clientY }
      showGhost()
      if (!drag && Math.hypot(event.clientX - fromX, event.clientY - fromY) < SLACK_PX) return
      const over = spotAt(event.clientX, event.clientY)
      if (drag?.from !== from || drag.over !== over) setDrag({ from, over })
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      if (!drag) return
      setDrag(null)
      const to = spotAt(event.clientX, event.clientY)
      if (to !== undefined && to !== from) onDrop(from, to)
    },
    onPointerCancel: () => setDrag(null),
  })
  return { drag, ghost, handle }
}
