// Every page runs this before anything is drawn, as a classic script.

import { listenForSearchKey } from './search-key.ts';
import { followTheme } from './theme.ts';

followTheme();
listenForSearchKey();
