import { useTranslation } from 'react-i18next'
import { GroupTag } from '#components/tag.tsx'
import { ROLES } from '#domain/roles.ts'
import { Part, Points, Section, Terms } from './section.tsx'

const COMMENTS = ['write', 'shown', 'name', 'react', 'edit', 'report', 'counted', 'unsent', 'own', 'answered'] as const

/** Who takes part and how, and what becomes of a comment. */
export function HowItWorks() {
  const { t } = useTranslation(['about', 'common'])
  return (
    <Section id="how" title={t('about:how.title')}>
      <p>{t('about:how.intro')}</p>
      <Part id="who" title={t('about:how.who')}>
        <Terms
          terms={[
            { key: 'reader', term: t('about:how.reader'), text: t('about:how.whoText.reader') },
            ...ROLES.map((role) => ({
              key: role,
              term: <GroupTag role={role}>{t(`common:roles.${role}`)}</GroupTag>,
              text: t(`about:how.whoText.${role}`),
            })),
            { key: 'office', term: t('about:how.office'), text: t('about:how.whoText.office') },
          ]}
        />
      </Part>
      <Part id="stances" title={t('about:how.stance')}>
        <p>{t('about:how.stanceText')}</p>
      </Part>
      <Part id="sticker-vote" title={t('about:how.stickers')}>
        <p>{t('about:how.stickersText')}</p>
      </Part>
      <Part id="comments" title={t('about:how.comment')}>
        <Points points={COMMENTS.map((key) => ({ key, text: t(`about:how.comments.${key}`) }))} />
      </Part>
    </Section>
  )
}
