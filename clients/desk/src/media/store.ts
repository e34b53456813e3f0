/** The images, films and documents that the desk knows. */

import { getMedia, getMedium } from '@/api/media';
import { makeShelf } from '@/ui/shelf';

export const { shelf, refresh, put, drop, reread, find } = makeShelf({ all: getMedia, one: getMedium });
