import type { overview as chinese } from '../zh/overview';

/** Words of the overview and its charts, and of every table, in English. */
export const overview: Record<keyof typeof chinese, string> = {
  'table.sort': 'Sort by',
  'table.sort.none': 'As they come',
  'table.all': 'Choose all',
  'table.choose': 'Choose “{name}”',
  'table.empty': 'Nothing here yet.',
  'table.count': '{n} in all',
  'table.export': 'Export',
  'table.xlsx': 'Excel workbook (.xlsx)',
  'table.csv': 'CSV file (.csv)',
  'pager.some': '{n} shown',
  'pager.all': '{n} in all, all of them shown',
  'pager.more': 'Show more',
};
