import { Field } from '../form/Field'
import { SelectField } from '../form/SelectField'
import type { CategoryChoiceFragment, DesignationPageQuery } from '../graph.generated'
import type { Refusal } from '../graph/refusal'
import { useText } from '../language/useText'

interface CategoryFieldsProps {
  categories: readonly CategoryChoiceFragment[]
  departments: DesignationPageQuery['pilotDepartments']
  category: string | null
  /** Null: the one that usually follows the category. */
  department: string | null
  refusal: Refusal | null
  set: (part: { category?: string | null; department?: string | null }) => void
}

/** The category of a pilot, and the department that follows it: that of the category unless another is chosen. */
export function CategoryFields({ categories, departments, category, department, refusal, set }: CategoryFieldsProps) {
  const text = useText()
  const usual = categories.find(({ code }) => code === category)?.department.code ?? null
  return (
    <>
      <Field
        label={text('pilots.category')}
        name="category"
        refusal={refusal}
        hint={text(categories.length > 0 ? 'designations.category.hint' : 'designations.category.none')}
      >
        {(input) => (
          <SelectField
            input={input}
            value={category}
            onChange={(chosen) => set({ category: chosen, department: null })}
            options={categories.map(({ code, name }) => ({ value: code, name }))}
          />
        )}
      </Field>
      <Field label={text('pilots.department')} name="department" refusal={refusal} hint={text('designations.department.hint')}>
        {(input) => (
          <SelectField
            input={input}
            value={department ?? usual}
            onChange={(chosen) => set({ department: chosen })}
            options={departments.map(({ code, name }) => ({ value: code, name }))}
          />
        )}
      </Field>
    </>
  )
}
