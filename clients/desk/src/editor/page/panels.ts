/** The editor's panels; the code of each comes when it is first looked at. */

export const PANELS = {
  tree: () => import('../panels/TreePanel.vue'),
  properties: () => import('../panels/PropertyPanel.vue'),
  hall: () => import('../panels/HallPanel.vue'),
  versions: () => import('../panels/VersionsPanel.vue'),
  add: () => import('../panels/AddMenu.vue'),
  publish: () => import('../panels/PublishBar.vue'),
} as const;
