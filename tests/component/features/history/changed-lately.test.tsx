import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Task } from '#domain/plan.ts'
import { ChangedLately } from '#features/history/changed-lately.tsx'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { sampleTask } from '../../../helpers/samples.ts'
import { LANGUAGES, WORDS } from '../../../helpers/words.ts'

const DAY = 24 * 60 * 60 * 1000
const changed = (id: Task['id'], revision: number, daysAgo: number) =>
  sampleTask({ id, revision, publishedAt: new Date(Date.now() - daysAgo * DAY) })

it.each(LANGUAGES)('the texts that changed in the last month are listed, and it says so (%s)', async (lang) => {
  const words = WORDS[lang].changes.home
  const { rerender } = await renderInApp(
    <ChangedLately tasks={[changed('t1', 2, 3), changed('t2', 2, 40), changed('t3', 1, 3)]} />,
    { lang },
  )
  const section = screen.getByRole('region', { name: words.title })
  expect(section.textContent).toContain(words.lately)
  expect(words.lately).toMatch(/한 달|month/)
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  rerender(<ChangedLately tasks={[changed('t2', 2, 40)]} />)
  expect(screen.queryByText(words.lately)).toBeNull()
})
