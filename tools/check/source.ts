import ts from 'typescript';

/** A TypeScript file as its syntax tree. */
export function parsed(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
}

/** The names of the values that a file exports; types are left out. */
export function exportedNames(source: ts.SourceFile): string[] {
  return source.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) {
      const clause = statement.exportClause;
      return clause && ts.isNamedExports(clause) && !statement.isTypeOnly
        ? clause.elements.filter((element) => !element.isTypeOnly).map((element) => element.name.text)
        : [];
    }
    if (!isExported(statement)) return [];
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
      return [statement.name?.text ?? 'default'];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.map((declaration) => declaration.name.getText(source));
  });
}

/** The statement that declares and exports the function or constant of that name. */
export function exportedFunction(
  source: ts.SourceFile,
  name: string,
): ts.FunctionDeclaration | ts.VariableStatement | null {
  const found = source.statements.find(
    (statement): statement is ts.FunctionDeclaration | ts.VariableStatement =>
      isExported(statement) &&
      ((ts.isFunctionDeclaration(statement) && statement.name?.text === name) ||
        (ts.isVariableStatement(statement) &&
          statement.declarationList.declarations.some((declaration) => declaration.name.getText(source) === name))),
  );
  return found ?? null;
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}
