/** Why somebody reports a comment. */
export const REPORT_REASONS = ['personal-data', 'abuse', 'off-topic', 'duplicate', 'advertisement'] as const
export type ReportReason = (typeof REPORT_REASONS)[number]

/** From so many reports on, a comment is collapsed until it has been reviewed. */
export const REPORTS_TO_COLLAPSE = 3
