// A Korean registration number: date of birth (YYMMDD), a digit for century, sex and nationality, then six more.

const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]

/** Since October 2020 the last six digits are drawn at random, so that whoever is born later has no check digit. */
const RANDOM_SINCE = '201001'

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isDate(digits: string): boolean {
  const days = DAYS[Number(digits.slice(2, 4)) - 1] ?? 0
  const day = Number(digits.slice(4, 6))
  return day >= 1 && day <= days
}

const isOfForeigner = (digits: string): boolean => '5678'.includes(digits.charAt(6))

const isBornThisCentury = (digits: string): boolean => '3478'.includes(digits.charAt(6))

/** What the last digit was until 2020: 11 less the weighted sum modulo 11; of foreigners 2 more. */
function checkDigit(digits: string): number {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits.charAt(i)), 0)
  return (11 - (sum % 11) + (isOfForeigner(digits) ? 2 : 0)) % 10
}

/**
 * Whether 13 digits are a registration number, and whose.
 * @param asWritten true where a sign parts six digits from seven, as on a card: numbers changed since 2020 have no check
 *   digit either, so the date decides alone. Thirteen digits in a row have to hold the check where the old rule applies.
 */
export function registrationKind(digits: string, asWritten: boolean): 'resident-number' | 'foreigner-number' | null {
  // 9 and 0 are of the nineteenth century.
  if (!/^\d{6}[1-8]\d{6}$/.test(digits) || !isDate(digits)) return null
  const hasNoCheck = isBornThisCentury(digits) && digits.slice(0, 6) >= RANDOM_SINCE
  if (!asWritten && !hasNoCheck && checkDigit(digits) !== Number(digits.charAt(12))) return null
  return isOfForeigner(digits) ? 'foreigner-number' : 'resident-number'
}
