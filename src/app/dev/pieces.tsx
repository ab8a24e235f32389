import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { Badge } from '#components/badge.tsx'
import { Button, ButtonLink } from '#components/button.tsx'
import { Disclosure } from '#components/disclosure.tsx'
import { EmptyState } from '#components/empty-state.tsx'
import { Mark } from '#components/mark.tsx'
import { Notice } from '#components/notice.tsx'
import { OutwardLink } from '#components/outward-link.tsx'
import { Progress } from '#components/progress.tsx'
import { QueryState } from '#components/query-state.tsx'
import { Skeleton } from '#components/skeleton.tsx'
import { StackedBar } from '#components/stacked-bar.tsx'
import { StepIndicator } from '#components/step-indicator.tsx'
import { GroupTag, Tag } from '#components/tag.tsx'
import { showToast } from '#components/toasts.ts'
import { Yard } from '#components/yard.tsx'
import { ROLES } from '#domain/roles.ts'
import styles from './components-page.module.css'
import type { Words } from './words.ts'

export type Piece = (props: { words: Words }) => ReactNode

const Groups: Piece = () => {
  const { t } = useTranslation('common')
  return ROLES.map((role) => (
    <GroupTag key={role} role={role}>
      {t(`roles.${role}`)}
    </GroupTag>
  ))
}

const Type: Piece = ({ words }) => (
  <>
    <h1>{words.heading}</h1>
    <h2>{words.heading}</h2>
    <h3>{words.heading}</h3>
    <p>{words.text}</p>
    <p className={styles.small}>{words.small}</p>
  </>
)

const Links: Piece = ({ words }) => (
  <>
    <p>
      <Link to="/dev/components">{words.link}</Link>
    </p>
    <p>
      <OutwardLink href="https://www.sen.go.kr/">{words.outward}</OutwardLink>
    </p>
    <p>
      <OutwardLink href="http://example.com/">{words.bad}</OutwardLink>
    </p>
  </>
)

const Buttons: Piece = ({ words }) => (
  <>
    <Button look="primary">{words.primary}</Button>
    <Button>{words.secondary}</Button>
    <Button look="quiet">{words.quiet}</Button>
    <ButtonLink to="/dev/components">{words.link}</ButtonLink>
    <Button look="primary" aria-disabled={true}>
      {words.busy}
    </Button>
    <Button disabled>{words.disabled}</Button>
  </>
)

const Disclosures: Piece = ({ words }) => (
  <div>
    <Disclosure summary={words.question}>{words.answer}</Disclosure>
    <Disclosure summary={words.question} open>
      {words.answer}
    </Disclosure>
  </div>
)

const Badges: Piece = ({ words }) => (
  <>
    <Badge>{words.badge[0]}</Badge>
    <Badge tone="accent" label={words.count}>
      12
    </Badge>
    <Badge tone="success">{words.badge[1]}</Badge>
    <Badge tone="danger">{words.badge[2]}</Badge>
    <Tag>{words.tag}</Tag>
  </>
)

const Notices: Piece = ({ words }) =>
  (['information', 'success', 'warning', 'danger'] as const).map((tone, index) => (
    <Notice key={tone} tone={tone} title={words.notice[index] ?? ''}>
      <p>{words.noticeText}</p>
    </Notice>
  ))

const Toasts: Piece = ({ words }) => (
  <>
    <Button onClick={() => showToast({ text: words.toast })}>{words.toast}</Button>
    <Button onClick={() => showToast({ text: words.toastAction, action: { label: words.undo, run: () => undefined } })}>
      {words.toastAction}
    </Button>
  </>
)

const QUERY = { data: undefined, error: null, refetch: () => undefined }

const Loading: Piece = () => (
  <>
    <Skeleton lines={3} />
    <QueryState query={{ ...QUERY, error: { kind: 'offline' } }}>{() => null}</QueryState>
  </>
)

const Empty: Piece = ({ words }) => (
  <EmptyState action={<Button look="primary">{words.primary}</Button>}>{words.empty}</EmptyState>
)

const Steps: Piece = ({ words }) =>
  [1, 2, 3].map((current) => (
    <StepIndicator key={current} label={`${words.primary} ${current}`} steps={words.steps} current={current} />
  ))

const Progresses: Piece = ({ words }) => <Progress label={words.progress} value={2} max={6} text={words.progressText} />

const Bars: Piece = ({ words }) => {
  const [agree, unsure, disagree] = words.parts
  const part = ([label, share, count]: readonly [string, string, string], value: number) => ({
    label,
    share,
    count,
    value,
  })
  return (
    <StackedBar
      caption={words.bar}
      heads={words.heads}
      parts={[part(agree, 310), part(unsure, 100), part(disagree, 90)]}
    />
  )
}

const REACH = { student: 0.62, parent: 0.71, teacher: 0.35, staff: null, resident: 0.88 }

const Yards: Piece = ({ words }) => (
  <div className={styles.yards}>
    <Yard reach={REACH} label={words.yard} />
    <Mark />
  </div>
)

/** What is seen as it is; what does something stands in controls.tsx. */
export const PIECES: readonly (readonly [name: string, piece: Piece])[] = [
  ['The five groups', Groups],
  ['Type', Type],
  ['Links', Links],
  ['Button', Buttons],
  ['Disclosure', Disclosures],
  ['Badge and tag', Badges],
  ['Notice', Notices],
  ['Toast', Toasts],
  ['Skeleton and query state', Loading],
  ['Empty state', Empty],
  ['Step indicator', Steps],
  ['Progress', Progresses],
  ['Stacked bar', Bars],
  ['Yard and mark', Yards],
]
