import type { Localized } from './language.ts'

type DistrictOffice = { readonly name: Localized; readonly districts: readonly string[] }

/**
 * The eleven district offices of education by id, each with the districts it looks after.
 * Source: Seoul Metropolitan Office of Education, key-work document of 2023.
 */
export const DISTRICT_OFFICES: Readonly<Record<string, DistrictOffice>> = {
  dongbu: { name: { ko: '동부교육지원청', en: 'Dongbu' }, districts: ['dongdaemun', 'jungnang'] },
  seobu: { name: { ko: '서부교육지원청', en: 'Seobu' }, districts: ['mapo', 'seodaemun', 'eunpyeong'] },
  nambu: { name: { ko: '남부교육지원청', en: 'Nambu' }, districts: ['guro', 'geumcheon', 'yeongdeungpo'] },
  bukbu: { name: { ko: '북부교육지원청', en: 'Bukbu' }, districts: ['nowon', 'dobong'] },
  jungbu: { name: { ko: '중부교육지원청', en: 'Jungbu' }, districts: ['yongsan', 'jongno', 'jung'] },
  'gangdong-songpa': {
    name: { ko: '강동송파교육지원청', en: 'Gangdong-Songpa' },
    districts: ['gangdong', 'songpa'],
  },
  'gangseo-yangcheon': {
    name: { ko: '강서양천교육지원청', en: 'Gangseo-Yangcheon' },
    districts: ['gangseo', 'yangcheon'],
  },
  'gangnam-seocho': { name: { ko: '강남서초교육지원청', en: 'Gangnam-Seocho' }, districts: ['gangnam', 'seocho'] },
  'dongjak-gwanak': { name: { ko: '동작관악교육지원청', en: 'Dongjak-Gwanak' }, districts: ['gwanak', 'dongjak'] },
  'seongdong-gwangjin': {
    name: { ko: '성동광진교육지원청', en: 'Seongdong-Gwangjin' },
    districts: ['gwangjin', 'seongdong'],
  },
  'seongbuk-gangbuk': {
    name: { ko: '성북강북교육지원청', en: 'Seongbuk-Gangbuk' },
    districts: ['gangbuk', 'seongbuk'],
  },
}

export const DISTRICT_OFFICE_IDS: readonly string[] = Object.keys(DISTRICT_OFFICES)

const OFFICE_OF = new Map(
  DISTRICT_OFFICE_IDS.flatMap((id) =>
    (DISTRICT_OFFICES[id]?.districts ?? []).map((district) => [district, id] as const),
  ),
)

/** The district office that looks after a district; null where none is known. */
export const districtOfficeOf = (district: string | null): string | null =>
  district === null ? null : (OFFICE_OF.get(district) ?? null)
