import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { Comment } from '#domain/comment.ts'
import { laidOver } from '#features/comments/overlay.ts'
import { SaidItem } from '#features/comments/said-item.tsx'
import { useLang } from '#i18n/use-lang.ts'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { joined, sampleComment, sampleTaskIn } from '../../../helpers/samples.ts'
import { LANGUAGES, WORDS } from '../../../helpers/words.ts'

const gone = vi.hoisted(() => () => {
  throw new TypeError('Failed to fetch dynamically imported module')
})
vi.mock('#features/comments/edit-form.tsx', gone)
vi.mock('#features/comments/withdraw-dialog.tsx', gone)
vi.mock('#features/comments/report-dialog.tsx', gone)

function Item({ comment }: { comment: Comment }) {
  const talk = { task: sampleTaskIn(useLang()), me: joined() }
  return <SaidItem read={comment} said={laidOver(comment, null, 'student', [])} talk={talk} answer={undefined} />
}

describe.each(LANGUAGES)('where the file does not come, in %s', (lang) => {
  const { comments: words, common } = WORDS[lang]

  it.each([
    ['edit', 'mina'],
    ['withdraw', 'mina'],
    ['report', 'jun'],
  ] as const)(
    'to %s says so beside the comment, which stays, and can be tried again or given up',
    async (act, authorId) => {
      const comment = sampleComment({ authorId })
      const { user } = await renderInApp(<Item comment={comment} />, { lang })
      const missing = () => screen.queryByRole('region', { name: common.cannotRead.other })
      const begin = async () => {
        await user.click(screen.getByRole('button', { name: words.menu.open }))
        await user.click(screen.getByRole('button', { name: words.menu[act] }))
      }
      await begin()
      await vi.waitFor(() => expect(document.activeElement).toBe(missing() ?? 'nothing yet'))
      expect(screen.getByText(comment.text)).toBeTruthy()
      const place = within(missing() as HTMLElement)
      expect(place.getByRole('button', { name: common.retry })).toBeTruthy()
      await user.click(place.getByRole('button', { name: common.close }))
      expect(missing()).toBeNull()
      expect(document.activeElement).toBe(screen.getByRole('article'))
      expect(screen.getByText(comment.text)).toBeTruthy()
      await begin()
      await vi.waitFor(() => expect(document.activeElement).toBe(missing() ?? 'nothing yet'))
    },
  )
})
