// @ts-expect-error its types lie in a file that only one compiler option would find; it is a style sheet
import '@fontsource-variable/inter/index.css';
import './tokens.css';
import './pages.css';
import './mark';
import './theme';
import './when';
