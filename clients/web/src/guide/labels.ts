/**
 * The words by which what an AI made is known: GB 45438-2025 asks for text that names both the AI
 * ("AI" or 人工智能) and that it generated or synthesised (生成, 合成), in every language of the page.
 */

import type { Language } from '../world/scene';

/** Beside every word of an AI. */
export const shortLabel = (lang: Language): string => (lang === 'en' ? 'AI-generated · AI 生成' : 'AI 生成合成');

/** Large, when a talk begins. */
export const openingLabel = (lang: Language): string => (lang === 'en' ? 'AI-generated and synthesised · AI 生成合成' : '人工智能生成合成');
