import '@fontsource-variable/inter/index.css';
import './tokens.css';
import './pages.css';
import './mark';
import './theme';
import './when';
