using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace PublicStats.Tests.Repository;

/// <summary>Lists the types that a signature names. A nested type counts as the type around it.</summary>
internal sealed class SignatureTypes : ISignatureTypeProvider<IReadOnlyList<string>, MetadataReader>
{
    public static SignatureTypes Instance { get; } = new();

    /// <summary>The types that a reference to a type names: the type itself, and the arguments of a generic one.</summary>
    public static IReadOnlyList<string> Of(MetadataReader metadata, EntityHandle handle) =>
        handle.Kind switch
        {
            HandleKind.TypeDefinition => [NameOf(metadata, (TypeDefinitionHandle)handle)],
            HandleKind.TypeReference => [NameOf(metadata, (TypeReferenceHandle)handle)],
            HandleKind.TypeSpecification => metadata
                .GetTypeSpecification((TypeSpecificationHandle)handle)
                .DecodeSignature(Instance, metadata),
            _ => [],
        };

    public static string NameOf(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } around
            ? NameOf(metadata, around)
            : $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? NameOf(metadata, (TypeReferenceHandle)type.ResolutionScope)
            : $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    public IReadOnlyList<string> GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        [NameOf(reader, handle)];

    public IReadOnlyList<string> GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        [NameOf(reader, handle)];

    public IReadOnlyList<string> GetTypeFromSpecification(
        MetadataReader reader,
        MetadataReader genericContext,
        TypeSpecificationHandle handle,
        byte rawTypeKind
    ) => Of(reader, handle);

    public IReadOnlyList<string> GetGenericInstantiation(
        IReadOnlyList<string> genericType,
        ImmutableArray<IReadOnlyList<string>> typeArguments
    ) => [.. genericType, .. typeArguments.SelectMany(argument => argument)];

    public IReadOnlyList<string> GetFunctionPointerType(MethodSignature<IReadOnlyList<string>> signature) =>
        [.. signature.ReturnType, .. signature.ParameterTypes.SelectMany(parameter => parameter)];

    public IReadOnlyList<string> GetModifiedType(IReadOnlyList<string> modifier, IReadOnlyList<string> unmodifiedType, bool isRequired) =>
        [.. modifier, .. unmodifiedType];

    public IReadOnlyList<string> GetArrayType(IReadOnlyList<string> elementType, ArrayShape shape) => elementType;

    public IReadOnlyList<string> GetByReferenceType(IReadOnlyList<string> elementType) => elementType;

    public IReadOnlyList<string> GetPinnedType(IReadOnlyList<string> elementType) => elementType;

    public IReadOnlyList<string> GetPointerType(IReadOnlyList<string> elementType) => elementType;

    public IReadOnlyList<string> GetSZArrayType(IReadOnlyList<string> elementType) => elementType;

    public IReadOnlyList<string> GetPrimitiveType(PrimitiveTypeCode typeCode) => [];

    public IReadOnlyList<string> GetGenericMethodParameter(MetadataReader genericContext, int index) => [];

    public IReadOnlyList<string> GetGenericTypeParameter(MetadataReader genericContext, int index) => [];
}
