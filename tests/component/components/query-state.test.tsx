import { act, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { QueryState } from '#components/query-state.tsx'
import type { DataErrorKind } from '#data/errors.ts'
import { languageReady } from '#i18n/i18n.ts'
import { renderInApp } from '../../helpers/render-in-app.tsx'
import { LANGUAGES, WORDS } from '../../helpers/words.ts'

type State = { data: string[] | undefined; error: { kind: DataErrorKind } | null }

const shown = (state: State, refetch = vi.fn()) => (
  <QueryState
    query={{ ...state, refetch }}
    empty={<p>아무것도 없어요</p>}
    isEmpty={(list) => list.length === 0}
    lines={2}
  >
    {(list) => (
      <ul>
        {list.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    )}
  </QueryState>
)

describe.each(LANGUAGES)('the state of a query, in %s', (lang) => {
  const words = WORDS[lang]

  it('holds the place, and says that it is loading if that takes a while', async () => {
    await languageReady(lang)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { container } = await renderInApp(shown({ data: undefined, error: null }), { lang })
    const status = screen.getByRole('status')
    expect(status.textContent).toBe('')
    expect(container.querySelectorAll('[aria-hidden="true"] > span')).toHaveLength(2)
    act(() => void vi.advanceTimersByTime(600))
    expect(screen.getByRole('status')).toBe(status)
    expect(status.textContent).toBe(words.common.loading)
    expect(screen.queryByRole('button')).toBeNull()
    vi.useRealTimers()
  })

  it('reads out why it failed by a place that was there before', async () => {
    const { rerender } = await renderInApp(shown({ data: undefined, error: null }), { lang })
    const place = screen.getByRole('alert')
    expect(place.textContent).toBe('')
    rerender(shown({ data: undefined, error: { kind: 'offline' } }))
    expect(screen.getByRole('alert')).toBe(place)
    expect(place.textContent).toContain(words.common.cannotRead.offline)
    expect(screen.queryByRole('status')).toBeNull()
  })

  it.each(['offline', 'quota', 'unknown'] as const)(
    'says why it failed (%s), and tries again on request',
    async (kind) => {
      const refetch = vi.fn()
      const { user } = await renderInApp(shown({ data: undefined, error: { kind } }, refetch), { lang })
      expect(screen.getByRole('alert').textContent).toContain(
        words.common.cannotRead[kind === 'offline' ? 'offline' : 'other'],
      )
      await user.click(screen.getByRole('button', { name: words.common.retry }))
      expect(refetch).toHaveBeenCalledTimes(1)
    },
  )
})

describe('the state of a query', () => {
  it('is its data as soon as there is some', async () => {
    const { rerender } = await renderInApp(shown({ data: undefined, error: null }))
    rerender(shown({ data: ['하나', '둘'], error: null }))
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['하나', '둘'])
    expect(screen.queryByRole('status')).toBeNull()
  })

  it('keeps showing what there is when reading it anew fails', async () => {
    await renderInApp(shown({ data: ['하나'], error: { kind: 'offline' } }))
    expect(screen.getByRole('listitem').textContent).toBe('하나')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('says so when there is nothing', async () => {
    await renderInApp(shown({ data: [], error: null }))
    expect(screen.getByText('아무것도 없어요')).toBeTruthy()
    expect(screen.queryByRole('list')).toBeNull()
  })

  it('takes null for data: results before the first publication', async () => {
    const query = { data: null, error: null, refetch: vi.fn() }
    await renderInApp(<QueryState query={query}>{(data) => <p>{String(data)}</p>}</QueryState>)
    expect(screen.getByText('null')).toBeTruthy()
  })
})
