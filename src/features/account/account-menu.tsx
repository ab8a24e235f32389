import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#components/button.tsx'
import { lazily } from '#components/lazily.ts'
import { PartBoundary } from '#components/part-boundary.tsx'
import { meQuery } from '#data/me.ts'

// Most visitors only read: for those who have joined, one file more.
const Menu = lazily(async () => (await import('./menu.tsx')).Menu)

/** Who I am here: the way in for those who have not joined, nickname and way out for those who have. */
export function AccountMenu({ joinLink }: { joinLink: string }) {
  const { t } = useTranslation('account')
  const { data: me } = useQuery(meQuery)
  if (!me?.user) return <ButtonLink to={joinLink}>{t('join')}</ButtonLink>
  if (!me.participant && !me.staff && !me.leftAt) return <ButtonLink to={joinLink}>{t('notJoined')}</ButtonLink>
  return (
    <PartBoundary instead={null}>
      <Suspense>
        <Menu me={me} />
      </Suspense>
    </PartBoundary>
  )
}
