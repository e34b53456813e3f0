/** Words of the overview and its charts, and of every table, in Chinese. */
export const overview = {
  'table.sort': '排序',
  'table.sort.none': '原来的顺序',
  'table.all': '全部选中',
  'table.choose': '选中“{name}”',
  'table.empty': '这里还没有内容。',
  'table.count': '共 {n} 条',
  'table.export': '导出',
  'table.xlsx': 'Excel 表格（.xlsx）',
  'table.csv': 'CSV 文件（.csv）',
  'pager.some': '已显示 {n} 条',
  'pager.all': '共 {n} 条，已全部显示',
  'pager.more': '显示更多',
} as const;
