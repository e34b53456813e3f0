/** The parts of Element Plus that the desk uses, with their styles; nothing else imports it. */

import 'element-plus/es/components/base/style/css';
import 'element-plus/es/components/button/style/css';
import 'element-plus/es/components/dialog/style/css';
import 'element-plus/es/components/dropdown/style/css';
import 'element-plus/es/components/dropdown-item/style/css';
import 'element-plus/es/components/dropdown-menu/style/css';
import 'element-plus/es/components/input/style/css';
import 'element-plus/es/components/option/style/css';
import 'element-plus/es/components/progress/style/css';
import 'element-plus/es/components/select/style/css';
import 'element-plus/es/components/slider/style/css';
import 'element-plus/es/components/switch/style/css';
import 'element-plus/es/components/tab-pane/style/css';
import 'element-plus/es/components/tabs/style/css';
import 'element-plus/es/components/tooltip/style/css';

export {
  ElButton, ElConfigProvider, ElDialog, ElDropdown, ElDropdownItem, ElDropdownMenu, ElInput, ElOption, ElProgress,
  ElSelect, ElSlider, ElSwitch, ElTabPane, ElTabs, ElTooltip,
} from 'element-plus';
export { default as elementEnglish } from 'element-plus/es/locale/lang/en';
export { default as elementChinese } from 'element-plus/es/locale/lang/zh-cn';
