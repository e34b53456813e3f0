import type { CreateTextLayer } from '../stage/text';
export const createTextLayer: CreateTextLayer = () => ({ refresh() {}, update() {}, dispose() {} });
