import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Voted } from '#domain/consensus.ts'
import { groundOf, type PublishedGround } from '#domain/ground.ts'
import { TASK_IDS, type TaskId } from '#domain/plan.ts'
import { noneByRole, type Role } from '#domain/roles.ts'
import { Ground } from '#features/common-ground/ground.tsx'
import { groundQuery, saidQuery } from '#features/common-ground/queries.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { sampleComment, samplePlan } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

const voted = (id: string, sides: Partial<Record<Role, readonly [number, number]>>): Voted => {
  const [agree, disagree] = [noneByRole(), noneByRole()]
  for (const [role, [yes, no]] of Object.entries(sides)) {
    agree[role as Role] = yes
    disagree[role as Role] = no
  }
  return { id, agree, disagree }
}

const SHARED = voted('t1-shared', { student: [9, 1], parent: [20, 4], staff: [3, 0] })
const DIVIDING = voted('t3-dividing', { student: [18, 2], parent: [2, 18], teacher: [6, 6] })

const publishedGround = (tasks: Partial<PublishedGround['tasks']>): PublishedGround => ({
  number: 3,
  publishedAt: new Date('2026-03-05T05:30:00Z'),
  tasks: Object.fromEntries(
    TASK_IDS.map((id) => [id, tasks[id] ?? { shared: [], dividing: [] }]),
  ) as unknown as PublishedGround['tasks'],
})

const GROUND = publishedGround({
  t1: { shared: [SHARED], dividing: [] },
  t3: { shared: [], dividing: [DIVIDING] },
})

const said = (id: string, taskId: TaskId) => sampleComment({ id, taskId, text: `words of ${id}`, lang: 'en' })

describe.each(LANGUAGES)('common ground, in %s', (lang) => {
  const words = WORDS[lang]['common-ground']
  const part = (role: Role, agree: number, votes: number) =>
    fill(words.part, { group: words.groups[role], agree, votes })

  async function show(
    ground: PublishedGround | null,
    { visible = ['t1-shared', 't3-dividing'], path = '/common-ground' } = {},
  ) {
    const client = testClient()
    client.setQueryData(groundQuery.queryKey, ground)
    for (const taskId of [null, ...TASK_IDS]) {
      if (!ground) continue
      const { shared, dividing } = groundOf(ground, taskId)
      const ids = [...shared, ...dividing].map(({ id }) => id)
      const found = ids.filter((id) => visible.includes(id)).map((id) => said(id, id.slice(0, 2) as TaskId))
      client.setQueryData(saidQuery(ids).queryKey, found)
    }
    const ui = <Ground tasks={samplePlan()} linkTo={({ id }) => `/comments/${id}`} />
    return renderInApp(ui, { lang, client, path })
  }
  const region = (name: string) => within(screen.getByRole('region', { name }))

  it('explains what is shared in a sentence with its numbers, and names who is left out', async () => {
    await show(GROUND)
    const shared = region(words.shared.title).getByRole('article')
    expect(shared.textContent).toContain(part('student', 9, 10))
    expect(shared.textContent).toContain(part('parent', 20, 24))
    expect(shared.textContent).not.toContain(part('staff', 3, 3))
    const leftOut = (['teacher', 'staff', 'resident'] as const).map((role) => words.groups[role])
    for (const group of leftOut) expect(shared.textContent).toContain(group)
    expect(within(shared).getByText('words of t1-shared').getAttribute('lang')).toBe('en')
    expect(within(shared).getByRole('link', { name: words.read }).getAttribute('href')).toBe('/comments/t1-shared')
  })

  it('says between whom a comment divides, and who is in between', async () => {
    await show(GROUND)
    const dividing = region(words.dividing.title).getByRole('article')
    const ends = {
      most: words.groups.student,
      least: words.groups.parent,
      mostPart: part('student', 18, 20),
      leastPart: part('parent', 2, 20),
    }
    expect(within(dividing).getByText(fill(words.dividing.sentence, ends))).toBeTruthy()
    expect(dividing.textContent).toContain(fill(words.between, { parts: part('teacher', 6, 12) }))
  })

  it('shows nothing of a comment that was hidden after its numbers were published', async () => {
    await show(GROUND, { visible: ['t3-dividing'] })
    expect(screen.getByText(words.shared.none)).toBeTruthy()
    expect(screen.getAllByRole('article')).toHaveLength(1)
  })

  it('can be that of one task, which then stands in the address', async () => {
    const { user, address } = await show(GROUND)
    await user.selectOptions(screen.getByLabelText(words.filter), '3')
    expect(address()).toBe(`/${lang}/common-ground?task=3`)
    expect(screen.getAllByRole('article')).toHaveLength(1)
    expect(region(words.dividing.title).getByRole('article')).toBeTruthy()
    await user.selectOptions(screen.getByLabelText(words.filter), '2')
    expect(screen.getByText(words.fewOfTask)).toBeTruthy()
  })

  it('says so where there are too few votes, or nothing was published', async () => {
    await show(publishedGround({}))
    expect(screen.getByText(words.few)).toBeTruthy()
  })

  it('says so before the first publication', async () => {
    await show(null)
    expect(screen.getByText(words.none)).toBeTruthy()
  })
})
