// 绘制过程中提示的简体中文。
import type { enDrawing } from './enDrawing';

export const zhDrawing: Record<keyof typeof enDrawing, string> = {
  'judge.outside': '线条尚未经过任何区域。',
  'judge.across': '尚未贯穿{unit}：请继续画到对侧边界。',
  'judge.splits': '在此结束将把{unit}拆分为 {n} 部分。',
  'judge.crosses': '不能画到此处：线条会与自身相交。',
  'judge.oneSide': '请继续画到要移动的两区域之间的边界。',
  'judge.border': '请继续，直到线条再次与{unit}和{other}的边界相交。',
  'judge.reshapes': '{unit}与{other}的边界将改到此处。',
  'judge.vanishes': '不能这样画：{unit}将不再有任何地块。',
  'judge.apart': '不能这样画：{unit}会分成 {n} 个不相连的部分。',
  'judge.closing': '请继续圈画地块。',
  'judge.nothing': '范围内尚无其他区域的地块。',
  'judge.transfers': '此地块将划归{unit}。',
  'judge.covered': '此处已全部被区域覆盖。',
  'judge.addsApart': '不能这样画：新区域会分成 {n} 个不相连的部分。',
  'judge.adds': '此处将成为新区域。',
  'judge.new': '新区域',
  'judge.newNumber': '新区域 {n}',
};
