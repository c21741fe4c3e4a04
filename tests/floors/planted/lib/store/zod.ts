// expect: no-zod-on-surfaces
import 'zod/mini';
