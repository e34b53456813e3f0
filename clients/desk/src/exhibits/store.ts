/** The exhibits that the desk knows. */

import { getExhibit, getExhibits } from '@/api/exhibits';
import { makeShelf } from '@/ui/shelf';

export const { shelf, refresh, put, drop, reread, find } = makeShelf({ all: getExhibits, one: getExhibit });
